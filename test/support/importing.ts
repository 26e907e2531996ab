import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import picocolors from 'picocolors';
import { run } from '../../src/cli/program.js';
import type { Run } from './cli.js';
import { HARBOUR } from './exchange-input.js';

const temporary: string[] = [];

/** A temporary copy of a guidance folder, with files laid over it. */
export function copyOf(folder = HARBOUR, files: Readonly<Record<string, string>> = {}): string {
  const root = join(temporaryFolder(), 'guidance');
  cpSync(folder, root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-word-'));
  temporary.push(folder);
  return folder;
}

/** Takes away what tests made. */
export function removeImports(): void {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Runs the command from its sources, in this process. */
export async function inProcess(...args: readonly string[]): Promise<Run> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    colours: picocolors.createColors(false),
    width: 100,
    watched: false,
  };
  const code = await run(args, terminal);
  return { code, out: out.join(''), err: err.join('') };
}

/** Imports a file into a guidance folder. */
export async function importing(root: string, file: Uint8Array, ...args: readonly string[]): Promise<Run> {
  const path = join(dirname(root), 'draft.docx');
  writeFileSync(path, file);
  const application = args.includes('--application') ? [] : ['--application', 'Boats'];
  return await inProcess('import', path, root, ...application, '--no-cache', ...args);
}

/** The texts of all files below a folder that were not there before, or read otherwise, by their paths. */
export function filesIn(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** What an import made of a document in a fresh copy of a guidance folder. */
export class Imported {
  private constructor(
    readonly root: string,
    readonly ran: Run,
    private readonly before: Readonly<Record<string, string>>,
  ) {}

  static async from(file: Uint8Array, { folder = HARBOUR, args = [] as readonly string[] } = {}): Promise<Imported> {
    const root = copyOf(folder);
    const before = filesIn(root);
    const ran = await importing(root, file, ...args);
    return new Imported(root, ran, before);
  }

  /** The paths of what is new or changed. */
  get written(): string[] {
    return Object.entries(filesIn(this.root)).flatMap(([path, text]) => (this.before[path] === text ? [] : [path]));
  }

  text(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** The text of a document of the application below its title, without front matter. */
  body(name: string): string {
    return this.text(`boats/${name}.md`).replace(/^---\n[\s\S]*?\n---\n+# .*\n+/, '');
  }

  /** The text below a heading of level 2, as far as the next one. */
  section(name: string, title: string): string {
    const sections = this.body(name).split(/^(?=## )/m);
    const found = sections.find((section) => section.startsWith(`## ${title}\n`));
    if (found === undefined) throw new Error(`There is no section “${title}” in:\n${this.body(name)}`);
    return found.slice(title.length + 4).trim();
  }

  /** The page that lists what is to be decided. */
  get report(): string {
    return this.body('imported-from-word');
  }

  /** The items of a section of that page. */
  told(title: string): string[] {
    return this.section('imported-from-word', title)
      .split(/^- /m)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  /** The errors of the linter in what was written. */
  async errors(): Promise<string[]> {
    const { out } = await inProcess('lint', this.root, '--format', 'json', '--no-cache');
    const files = JSON.parse(out) as readonly { path: string; messages: readonly { severity: string; message: string }[] }[];
    return files.flatMap(({ path, messages }) =>
      messages.filter(({ severity }) => severity === 'error').map(({ message }) => `${basename(path)}: ${message}`),
    );
  }
}
