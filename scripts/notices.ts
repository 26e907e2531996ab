import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * The notices of every package that a bundle holds a part of, with the licence texts that the packages ship.
 * @param root the project's folder
 * @throws Error where a package has no licence that this project can be combined with
 */
export function thirdPartyNotices(root: string, bundle: Pick<Metafile, 'inputs'>): string {
  const packages = [...new Set(Object.keys(bundle.inputs).flatMap((input) => packageFolder(input) ?? []))].sort();
  const sections = packages.map((folder) => notice(join(root, folder)));
  return [
    '# Third-party notices',
    '',
    'This package contains parts of the packages below, under their own licences.',
    '',
    ...sections,
  ].join('\n');
}

const ACCEPTED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'OFL-1.1',
  'MIT AND OFL-1.1',
  '(MIT AND Zlib)',
  // Where there is a choice, it is MIT.
  '(MIT OR GPL-3.0-or-later)',
]);

/** Packages that name their licence in full somewhere else than in their package.json: in the readme, or in the licence itself. */
const ELSEWHERE: Readonly<Record<string, string>> = { format: 'MIT', duck: 'BSD-2-Clause', option: 'BSD-2-Clause' };

function packageFolder(input: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, repository } = manifest;
  const license = ELSEWHERE[String(name)] ?? manifest['license'];
  if (!ACCEPTED.has(String(license))) throw new Error(`The licence of ${name} is “${license}”, which nobody has looked at yet.`);
  const address = typeof repository === 'string' ? repository : ((repository as { url?: string } | undefined)?.url ?? '');
  const files = readdirSync(folder).filter((entry) => /^licen[cs]e/i.test(entry));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const text = texts.length > 0 ? texts.join('\n\n') : 'The package ships no licence text.';
  return `## ${name} ${version} (${license})\n\n${address}\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\`\n`;
}
