/** The program of a Chromium or Chrome that starts; undefined where there is none. */
export function findBrowser(): Promise<string | undefined>;
