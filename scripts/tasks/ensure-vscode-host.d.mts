/** Why there can be no VS Code to test in on this machine; undefined where there can be one. */
export function whyNoHost(): string | undefined;
/** Where the host's programs are: its Node.js, and the main file of its server. They need not be there. */
export function hostPrograms(): { readonly node: string; readonly server: string };
