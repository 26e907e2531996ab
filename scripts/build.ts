/** Builds `dist/`: the command, the library, the remark plugin and the worker, with what they share in chunks. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyNotices } from './notices.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// Built beside it and put in its place: whoever runs the command meanwhile finds the old one whole.
const out = join(root, `.dist-${process.pid}`);

const { metafile } = await build({
  metafile: true,
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    remark: 'src/remark.ts',
    worker: 'src/platform/node/worker.ts',
  },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: !process.argv.includes('--readable'),
  keepNames: false,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  // gray-matter only finds the fence here: the YAML parser that it would bring is never called.
  alias: { 'js-yaml': join(root, 'scripts/no-js-yaml.ts') },
  // satteri finds the binary of the platform by name at run time.
  external: ['@bruits/*'],
  define: { DESTINATION_MAP_BUILD: JSON.stringify(buildId()) },
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});

writeFileSync(join(out, 'THIRD-PARTY-NOTICES.md'), thirdPartyNotices(root, metafile));
mkdirSync(join(out, 'rules'), { recursive: true });
for (const file of readdirSync(join(root, 'src/rules'))) {
  if (file.endsWith('.md')) cpSync(join(root, 'src/rules', file), join(out, 'rules', file));
}

rmSync(dist, { recursive: true, force: true });
renameSync(out, dist);

/** A name for the sources that this build is made from. */
function buildId(): string {
  const hash = createHash('sha1');
  for (const folder of ['src', 'schemas']) hashFolder(join(root, folder), hash);
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 12);
}

function hashFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) hashFolder(path, hash);
    else hash.update(name).update(readFileSync(path));
  }
}
