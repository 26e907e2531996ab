import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the extension starts: itself in either host, the language server, the command, and the command's threads. */
const ENTRIES = [
  'extension.cjs',
  'language-client.cjs',
  'extension-browser.cjs',
  'server.cjs',
  'server-browser.js',
  'cli.js',
  'command.cjs',
  'word.cjs',
  'worker.js',
  'render-worker.js',
];

/** Folders that are needed whole: what rules are explained with, what sites are made with, what guidance begins with, and the scripts of panels. */
const FOLDERS = ['frameworks', 'rules', 'site', 'webview'];

/**
 * The built files that the extension needs: neither the library nor maps.
 * @param dist the folder of the build
 * @returns their paths in it, with `/`, in order
 */
export function neededDistFiles(dist: string): string[] {
  const built = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const needed = new Set(built.filter((path) => FOLDERS.includes(path.split('/')[0] ?? '') || ENTRIES.includes(path)));
  // A set also goes through what is added on the way.
  for (const path of needed) for (const chunk of importedChunks(join(dist, path), built)) needed.add(chunk);
  return [...needed].filter((path) => !path.endsWith('.map')).sort();
}

/** Chunks have names that stand nowhere else by chance: they end in a hash. */
function importedChunks(file: string, built: readonly string[]): string[] {
  if (!file.endsWith('.js')) return [];
  const text = readFileSync(file, 'utf8');
  return built.filter((path) => /^[^/]+-[A-Z0-9]{8}\.js$/.test(path) && text.includes(`./${path}`));
}
