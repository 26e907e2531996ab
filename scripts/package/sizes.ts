import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PackagingFailure } from './failure.js';

/**
 * How many bytes may have what VS Code loads before the extension can answer anything, whenever a folder with guidance is opened.
 * In a browser it is all that can be loaded, and holds the client of the language server too, which is a file of its own elsewhere.
 */
const MOST = { 'dist/extension.cjs': 200_000, 'dist/extension-browser.js': 600_000 };

/**
 * The sizes of a package's scripts, as a table to print.
 * @param folder the staged package
 * @param paths of the files in it
 * @throws PackagingFailure where an entry is too large
 */
export function sizeTable(folder: string, paths: readonly string[]): string {
  const rows = paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    return { path, size: bytes.length, packed: gzipSync(bytes).length };
  });
  rows.sort((a, b) => b.size - a.size);
  const width = Math.max(...paths.map((path) => path.length));
  const line = (name: string, ...cells: string[]) => [name.padEnd(width), ...cells.map((cell) => cell.padStart(10))].join('  ');
  return [line('Script', 'kB', 'gzip kB'), ...rows.map(({ path, size, packed }) => line(path, kilobytes(size), kilobytes(packed)))].join(
    '\n',
  );
}

/** @throws PackagingFailure where an entry of the extension is larger than it may be */
export function checkEntrySizes(folder: string): void {
  for (const [path, most] of Object.entries(MOST)) {
    const { size } = statSync(join(folder, path));
    if (size >= most) {
      throw new PackagingFailure(`${path} has ${kilobytes(size)} kB, and may have ${kilobytes(most)} at most. Nothing was packaged.
Look at what it brings with “npx esbuild --analyze”, and load what is not needed at the start later or from another file.`);
    }
  }
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
