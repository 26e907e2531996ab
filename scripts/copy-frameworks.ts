import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { elementsOf, readFramework } from '../src/core/model/framework.js';
import { MANIFEST, readManifest } from '../src/core/model/manifest.js';
import { parseYaml } from '../src/core/yaml/parse-yaml.js';
import { isMapping } from '../src/core/yaml/value.js';
import { FRAMEWORKS_INDEX, FRAMEWORKS_REGISTER, type ShippedFramework } from '../src/language/scaffold/shipped-frameworks.js';

/**
 * Copies the frameworks that a guidance folder names, the register of what they cite, and a list of them.
 * @throws Error where one of them cannot be read: then there is nothing to begin with
 */
export function copyFrameworks(guidance: string, to: string): void {
  const read = (file: string) => {
    const { value } = parseYaml(readFileSync(join(guidance, file), 'utf8'));
    if (!isMapping(value)) throw new Error(`${file} cannot be read.`);
    return value;
  };
  const manifest = readManifest(read(MANIFEST));
  if (manifest.sources === undefined) throw new Error(`${MANIFEST} names no source register.`);
  mkdirSync(to, { recursive: true });
  const index = manifest.frameworks.map((path): ShippedFramework => {
    const framework = readFramework(path, read(path));
    if (!framework) throw new Error(`${path} is no framework.`);
    const file = basename(path);
    cpSync(join(guidance, path), join(to, file));
    return { name: framework.key, title: framework.title, criteria: elementsOf(framework, 'criterion').length, file };
  });
  cpSync(join(guidance, manifest.sources), join(to, FRAMEWORKS_REGISTER));
  writeFileSync(join(to, FRAMEWORKS_INDEX), `${JSON.stringify(index, null, 2)}\n`);
}
