/** Draws `media/icon.png`, which marketplaces want, from `media/icon.svg`: `npx tsx scripts/draw-icon.ts` after a change of that. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const media = join(dirname(fileURLToPath(import.meta.url)), '../media');
const svg = readFileSync(join(media, 'icon.svg'), 'utf8');
writeFileSync(join(media, 'icon.png'), new Resvg(svg, { fitTo: { mode: 'width', value: 256 } }).render().asPng());
