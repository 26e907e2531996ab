/** Builds what the pages of a site share: their scripts, their style sheet, the font and the icon. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { mapStyles } from '../src/map/styles.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FONT = 'node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Writes `site.js`, `search.js`, `preview.js`, `scorm-player.js`, `scorm-player.css`, `site.css`, `font.woff2` and `icon.svg` into a folder. The names have no hash yet: the
 * writer of a site puts it there.
 * @returns what was read, for the notices
 */
export async function buildSiteAssets(outDir: string): Promise<Pick<Metafile, 'inputs'>> {
  mkdirSync(outDir, { recursive: true });
  // Classic scripts: modules do not load from file://.
  const scripts = await build({
    ...common,
    outdir: outDir,
    entryPoints: {
      site: 'src/webview/site.ts',
      search: 'src/webview/search.ts',
      preview: 'src/webview/preview.ts',
      'scorm-player': 'src/webview/scorm-player.ts',
    },
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    tsconfig: 'tsconfig.webview.json',
  });
  // The font stands beside the style sheet.
  const styles = await build({
    ...common,
    outdir: outDir,
    entryPoints: { site: 'src/site/styles/site.css' },
    external: ['*.woff2', '*.svg'],
    charset: 'utf8',
    write: false,
  });
  // The map's styles come first: they define the colours that the site's use.
  const map = await transform(mapStyles('page'), { loader: 'css', minify: true, charset: 'utf8' });
  writeFileSync(join(outDir, 'site.css'), map.code + (styles.outputFiles[0]?.text ?? ''));
  const player = await transform(readFileSync(join(root, 'src/exchange/scorm/player.css'), 'utf8'), { loader: 'css', minify: true });
  writeFileSync(join(outDir, 'scorm-player.css'), player.code);
  copyFileSync(join(root, FONT), join(outDir, 'font.woff2'));
  writeFileSync(join(outDir, 'icon.svg'), ICON);
  return { inputs: { ...scripts.metafile.inputs, ...styles.metafile.inputs, [FONT]: { bytes: 0, imports: [] } } };
}

/** Three rings that overlap, as the core domains of the map do. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#fff"/><g fill="none" stroke-width="3"><circle cx="16" cy="11.5" r="6.5" stroke="#12436d"/><circle cx="20.5" cy="19.5" r="6.5" stroke="#801650"/><circle cx="11.5" cy="19.5" r="6.5" stroke="#1a6b64"/></g></svg>
`;
