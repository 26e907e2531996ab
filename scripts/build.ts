/** Builds `dist/`: the command; the library, the remark plugin and the worker with what they share in chunks; what sites share. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { buildExtension } from './build-extension.js';
import { buildSiteAssets } from './build-site-assets.js';
import { copyFrameworks } from './copy-frameworks.js';
import { thirdPartyNotices } from './notices.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// Built beside it and put in its place: whoever runs the command meanwhile finds the old one whole.
const out = join(root, `.dist-${process.pid}`);

const common = {
  metafile: true,
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: !process.argv.includes('--readable'),
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  // gray-matter only finds the fence here: the YAML parser that it would bring is never called.
  alias: { 'js-yaml': join(root, 'scripts/no-js-yaml.ts') },
  // These find the binary of the platform by name at run time.
  external: ['@bruits/*', '@resvg/*'],
  define: { DESTINATION_MAP_BUILD: JSON.stringify(buildId()) },
} satisfies BuildOptions;

const modules = await build({
  ...common,
  entryPoints: {
    cli: 'src/cli/launch.ts',
    index: 'src/index.ts',
    remark: 'src/remark.ts',
    worker: 'src/platform/node/worker.ts',
    'render-worker': 'src/platform/node/site/render-worker.ts',
  },
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});
// The command is one file, which starts sooner than many, and whose compiled code can be kept. So is the server, beside it;
// and what few runs need, with libraries that would make the file half as large again.
const command = await build({
  ...common,
  entryPoints: { command: 'src/cli/main.ts', server: 'src/server/node.ts', word: 'src/exchange/word/index.ts' },
  plugins: [besideCommand('exchange/word/index.js', './word.cjs')],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.url': '__moduleUrl' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
});
// The server for editors in a browser: one classic script for a worker.
const worker = await build({
  ...common,
  entryPoints: { 'server-browser': 'src/server/browser.ts' },
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  external: [],
  // A worker has no DOM.
  conditions: ['worker', 'browser'],
  alias: { ...common.alias, fs: join(root, 'scripts/browser/no-fs.ts') },
  inject: [join(root, 'scripts/browser/no-buffer.ts')],
});
const extension = await buildExtension(common);
const assets = await buildSiteAssets(join(out, 'site'));
const fonts = copyFonts(join(out, 'fonts'));
const metafile = {
  inputs: {
    ...modules.metafile.inputs,
    ...command.metafile.inputs,
    ...worker.metafile.inputs,
    ...extension.inputs,
    ...assets.inputs,
    ...fonts,
  },
};

writeFileSync(join(out, 'THIRD-PARTY-NOTICES.md'), thirdPartyNotices(root, metafile));
mkdirSync(join(out, 'rules'), { recursive: true });
for (const file of readdirSync(join(root, 'src/rules'))) {
  if (file.endsWith('.md')) cpSync(join(root, 'src/rules', file), join(out, 'rules', file));
}
copyFrameworks(join(root, 'guidance'), join(out, 'frameworks'));

keepCompiled();

rmSync(dist, { recursive: true, force: true });
renameSync(out, dist);

/** Leaves a module out of the bundles that import it, to be loaded from the file beside them. */
function besideCommand(module: string, file: string): Plugin {
  return {
    name: `beside ${module}`,
    setup({ onResolve }) {
      onResolve({ filter: /\/index\.js$/ }, ({ path, kind }) =>
        kind !== 'entry-point' && path.endsWith(module) ? { path: file, external: true } : undefined,
      );
    },
  };
}

/** The font that pictures of the map are set in: whatever fonts the machine has, they look the same. */
function copyFonts(folder: string): Metafile['inputs'] {
  const from = 'node_modules/@expo-google-fonts/source-sans-3';
  const files = {
    'SourceSans3-Regular.ttf': '400Regular/SourceSans3_400Regular.ttf',
    'SourceSans3-Bold.ttf': '700Bold/SourceSans3_700Bold.ttf',
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries(files)) cpSync(join(root, from, file), join(folder, name));
  return { [`${from}/package.json`]: { bytes: 0, imports: [] } };
}

/** Runs the command once, so that V8 leaves behind what it compiled: it is as good as the code that was needed. */
function keepCompiled(): void {
  const args = [join(out, 'cli.js'), 'lint', join(root, 'guidance'), '--no-cache', '--today', '2026-01-01'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, DMAP_KEEP_COMPILED: '1' } });
  if (status === null || status > 1) console.warn('The command could not be run once: it will start more slowly.');
}

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
