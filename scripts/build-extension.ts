import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { buildPanels } from './build-panels.js';

/** The library that talks to the server is a file of its own beside the entry, which stays small. */
const clientBeside: Plugin = {
  name: 'client-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^vscode-languageclient(\/node)?$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './language-client.cjs', external: true },
    );
  },
};

/**
 * Builds what VS Code loads, for both of its extension hosts. The editor itself is `vscode`, which it brings.
 * @param common how everything is built
 */
export async function buildExtension(common: BuildOptions & { readonly metafile: true }): Promise<{ inputs: Metafile['inputs'] }> {
  const host = { ...common, format: 'cjs', outExtension: { '.js': '.cjs' }, external: ['vscode'] } satisfies BuildOptions;
  const client = await build({ ...host, entryPoints: { 'language-client': 'vscode-languageclient/node' } });
  const node = await build({ ...host, entryPoints: { extension: 'src/extension/node.ts' }, plugins: [clientBeside] });
  // The extension host of a browser loads one file and no other.
  const browser = await build({
    ...host,
    entryPoints: { 'extension-browser': 'src/extension/browser.ts' },
    platform: 'browser',
    target: 'es2022',
    conditions: ['worker', 'browser'],
  });
  const panels = await buildPanels(common);
  return { inputs: { ...client.metafile.inputs, ...node.metafile.inputs, ...browser.metafile.inputs, ...panels.inputs } };
}
