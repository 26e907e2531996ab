import { htmlStyles, placeStyles } from './styles/html-styles.js';
import { type Colour, svgPageStyles, svgStyles, TYPEFACE } from './styles/svg-styles.js';
import { DARK, editorTokenStyles, FORCED, LIGHT, tokenStyles, tokensOf } from './tokens.js';

/**
 * The styles of the map.
 *
 * @param place `page`: for a page that draws the map in HTML, with the tokens as custom properties on `:root`, for a page to
 * override. `editor`: the same for a panel of VS Code, in the colours of its theme. `image`: for one SVG file that stands alone; its colours are written out, since not everything that draws SVG
 * knows custom properties. `paper`: the same in light colours alone.
 */
export function mapStyles(place: 'page' | 'editor' | 'image' | 'paper'): string {
  if (place === 'page' || place === 'editor') {
    const tokens = place === 'page' ? tokenStyles(':root') : editorTokenStyles();
    return [tokens, svgStyles((token) => `var(--dm-${token})`, 'inherit'), svgPageStyles(), placeStyles(), htmlStyles()].join('\n');
  }
  const light = svgStyles(written(tokensOf(LIGHT)), TYPEFACE);
  if (place === 'paper') return light;
  return [
    light,
    `@media screen and (prefers-color-scheme:dark){${svgStyles(written(tokensOf(DARK)), TYPEFACE)}}`,
    `@media (forced-colors:active){${svgStyles(written(FORCED), TYPEFACE)}}`,
  ].join('\n');
}

function written(tokens: Readonly<Record<string, string>>): Colour {
  return (token) => tokens[token] ?? 'currentColor';
}
