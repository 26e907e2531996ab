/** The manifest of this project, as far as it is read here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly browser?: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A package with a binary that is packaged along. */
export interface Native {
  readonly name: string;
  readonly version: string;
}

/** What only those need who develop the project or use it as a library. */
const LEFT_OUT = ['type', 'bin', 'exports', 'files', 'scripts', 'dependencies', 'optionalDependencies', 'devDependencies'];

/**
 * The manifest of the extension, made from that of the project.
 * @param native what is packaged along
 */
export function extensionManifest(project: Manifest, native?: Native): Manifest {
  const kept = Object.fromEntries(Object.entries(project).filter(([field]) => !LEFT_OUT.includes(field)));
  return {
    ...kept,
    name: project.name,
    version: project.version,
    // VS Code would take `node` for something that it has to bring.
    engines: { vscode: project.engines['vscode'] ?? '*' },
    ...(project.browser ? { browser: browserName(project.browser) } : {}),
    ...(native ? { dependencies: { [native.name]: native.version } } : {}),
  };
}

/** The extension host of a browser adds `.js` to whatever does not end in it. */
export function browserName(path: string): string {
  return path.replace(/\.cjs$/, '.js');
}
