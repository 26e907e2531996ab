import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { mapStyles } from '../src/map/styles.js';

/**
 * Builds what runs in the panels of VS Code, into `webview/` below the folder that everything is built into.
 * @param common how everything is built
 * @returns what was read, for the notices
 */
export async function buildPanels(common: BuildOptions & { readonly metafile: true }): Promise<Pick<Metafile, 'inputs'>> {
  const outdir = join(common.outdir ?? '', 'webview');
  const { metafile } = await build({
    ...common,
    outdir,
    entryPoints: { 'map-panel': 'src/webview/map-panel.ts', details: 'src/webview/details.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    external: [],
    tsconfig: 'tsconfig.panels.json',
  });
  // The map's styles come first: they define the colours that the panel's use.
  const own = readFileSync(join(common.absWorkingDir ?? '', 'src/webview/map-panel/map-panel.css'), 'utf8');
  const styles = await transform(`${mapStyles('editor')}\n${own}`, { loader: 'css', minify: true, charset: 'utf8' });
  writeFileSync(join(outdir, 'map-panel.css'), styles.code);
  const form = readFileSync(join(common.absWorkingDir ?? '', 'src/webview/details/details.css'), 'utf8');
  writeFileSync(join(outdir, 'details.css'), (await transform(form, { loader: 'css', minify: true, charset: 'utf8' })).code);
  return metafile;
}
