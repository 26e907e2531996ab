import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** What a VSIX holds of the extension itself is in this folder of it. */
const EXTENSION = 'extension/';

/**
 * Unpacks a packaged extension, as VS Code does when it installs one.
 * @param vsix the path of the package
 * @param folder where to put it
 */
export function unpackExtension(vsix: string, folder: string): void {
  const files = unzipSync(readFileSync(vsix), { filter: ({ name }) => name.startsWith(EXTENSION) && !name.endsWith('/') });
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name.slice(EXTENSION.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
