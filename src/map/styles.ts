import { htmlStyles, placeStyles } from './styles/html-styles.js';
import { type Colour, svgPageStyles, svgStyles, TYPEFACE } from './styles/svg-styles.js';
import { DARK, FORCED, LIGHT, tokenStyles, tokensOf } from './tokens.js';

/**
 * The styles of the map.
 *
 * @param place `page`: for a page that draws the map in HTML, with the tokens as custom properties on `:root`, for a page to
 * override. `image`: for one SVG file that stands alone; its colours are written out, since not everything that draws SVG
 * knows custom properties.
 */
export function mapStyles(place: 'page' | 'image'): string {
  if (place === 'page') {
    return [tokenStyles(':root'), svgStyles((token) => `var(--dm-${token})`, 'inherit'), svgPageStyles(), placeStyles(), htmlStyles()].join(
      '\n',
    );
  }
  return [
    svgStyles(written(tokensOf(LIGHT)), TYPEFACE),
    `@media screen and (prefers-color-scheme:dark){${svgStyles(written(tokensOf(DARK)), TYPEFACE)}}`,
    `@media (forced-colors:active){${svgStyles(written(FORCED), TYPEFACE)}}`,
  ].join('\n');
}

function written(tokens: Readonly<Record<string, string>>): Colour {
  return (token) => tokens[token] ?? 'currentColor';
}
