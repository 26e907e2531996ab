import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../support/cli.js';

/** The package that is tested: the one for all platforms, as `npm run package` makes it. */
export function packagePath(): string {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  const path = join(PROJECT, `packages/destination-map-${version}.vsix`);
  if (!existsSync(path)) throw new Error(`There is no ${path}. Run “npm run package” first.`);
  return path;
}
