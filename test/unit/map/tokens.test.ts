import { strict as assert } from 'node:assert';
import { mapStyles } from '../../../src/map/styles.js';
import { DARK, LIGHT, PAIRS, type Palette, tokensOf } from '../../../src/map/tokens.js';

/** The contrast of two colours, as WCAG 2.2 defines it. */
function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colours of the map', () => {
  for (const [name, palette] of Object.entries({ light: LIGHT, dark: DARK }) as [string, Palette][]) {
    const tokens = tokensOf(palette);
    for (const [front, back, least] of PAIRS) {
      it(`${front} on ${back} has a contrast of ${least} in ${name}`, () => {
        const found = contrast(tokens[front] ?? '', tokens[back] ?? '');
        assert.ok(found >= least, `${found.toFixed(2)}: ${tokens[front]} on ${tokens[back]}`);
      });
    }
  }

  it('are all defined where styles use them', () => {
    const used = new Set([...mapStyles('page').matchAll(/var\(--dm-([a-z0-9-]+)\)/g)].map(([, name]) => name ?? ''));
    assert.ok(used.size > 15);
    for (const name of used) for (const palette of [LIGHT, DARK]) assert.ok(tokensOf(palette)[name], name);
  });

  it('are written out in a picture that stands alone', () => {
    assert.doesNotMatch(mapStyles('image'), /var\(|currentColor/);
  });
});
