import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ExchangeFile, ExchangeInput } from '../../exchange/types.js';
import { wordFiles } from '../../exchange/word/index.js';
import { UsageError } from '../../index.js';
import { svgToPng } from '../../platform/node/map-png.js';
import { loadParser } from '../../platform/node/markdown-parser.js';
import { documentReader } from '../../platform/node/site/read-document.js';
import { packageFolder } from '../package-folder.js';
import type { MakeJob } from './make-job.js';

/** A picture that is larger is not put into a copy, in bytes. */
const LARGEST_PICTURE = 16 * 1024 * 1024;

/** Each application as copies for Word, with the texts as a site has them. */
export async function* docxFiles(
  input: ExchangeInput,
  { root, options, terminal, throwIfCancelled }: MakeJob,
): AsyncGenerator<ExchangeFile> {
  const read = documentReader(root);
  const drawing = mapDrawing();
  yield* wordFiles({
    ...input,
    parser: await loadParser(options.parser),
    textOf: (path) => {
      const file = read(path);
      return 'source' in file ? file.source.text : undefined;
    },
    pictureOf: (path) => pictureIn(root, path),
    pngOf: drawing.pngOf,
    throwIfCancelled,
  });
  if (drawing.problem !== undefined) terminal.err(`dmap: The copies have no picture of the map. ${drawing.problem}\n`);
}

/** Draws maps, as long as there is something that can. */
function mapDrawing(): { readonly pngOf: (svg: string) => Uint8Array | undefined; problem: string | undefined } {
  const drawing = { pngOf, problem: undefined as string | undefined };
  return drawing;

  function pngOf(svg: string): Uint8Array | undefined {
    try {
      return svgToPng(svg, join(packageFolder(), 'dist/fonts'));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      drawing.problem = error.message;
      return undefined;
    }
  }
}

/** The bytes of a picture, links on the way to it followed; undefined for what is outside the guidance folder, or too large. */
function pictureIn(root: string, path: string): Uint8Array | undefined {
  try {
    const real = realpathSync.native(root);
    const file = realpathSync.native(join(root, path));
    const stat = statSync(file);
    const isInside = file.startsWith(real.endsWith(sep) ? real : real + sep);
    return isInside && stat.isFile() && stat.size <= LARGEST_PICTURE ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
