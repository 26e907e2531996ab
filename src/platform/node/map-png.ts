import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from './usage-error.js';

/** How wide a picture of the map is, in pixels: enough for a page of paper. */
const WIDTH = 2000;

/**
 * An SVG file as a PNG picture on white.
 * @param fonts the folder with the fonts that the picture is set in; those of the machine fill in for scripts that they lack
 * @throws UsageError where the part that draws pictures is not installed
 */
export function svgToPng(svg: string, fonts: string): Uint8Array {
  const { Resvg } = loadRenderer();
  const fontFiles = ['SourceSans3-Regular.ttf', 'SourceSans3-Bold.ttf'].map((name) => join(fonts, name)).filter((file) => existsSync(file));
  const font = { fontFiles, loadSystemFonts: true, defaultFontFamily: 'Source Sans 3' };
  return new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, background: '#ffffff', font }).render().asPng();
}

function loadRenderer(): typeof import('@resvg/resvg-js') {
  try {
    // Not imported: the compiled command runs in a place where modules cannot be loaded by import.
    return createRequire(import.meta.url)('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  } catch {
    throw new UsageError(
      'PNG pictures need the optional package @resvg/resvg-js, which is not installed here. “npm install @resvg/resvg-js” adds it.',
    );
  }
}
