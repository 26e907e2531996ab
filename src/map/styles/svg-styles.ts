import { DOMAIN_COLOURS } from '../tokens.js';

/** The colour of a token, as a style sheet has it. */
export type Colour = (token: string) => string;

/** The kinds of line that tell domains apart without colour: solid, dashes, dots and their mixtures. */
const LINES: readonly string[] = ['none', '14 7', '0.1 9', '18 7 0.1 7', '28 8', '7 7'];

/** What the names on a picture that stands alone are set in; on a page they have the page's own typeface. */
export const TYPEFACE = '"Source Sans 3 Variable","Source Sans 3","Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif';

/** The styles of the drawings, for pages and for pictures that stand alone. No rule needs a variable or a selector that simple renderers lack. */
export function svgStyles(colour: Colour, typeface: string): string {
  return [
    `.dm-svg text{font-family:${typeface};fill:${colour('text')}}`,
    '.dm-svg .dm-guide,.dm-svg .dm-hit{fill:none;stroke:none}',
    '.dm-svg .dm-hit{pointer-events:all}',
    `.dm-svg .dm-frame{fill:none;stroke:${colour('muted')};stroke-width:1.5}`,
    '.dm-svg .dm-frame-text{font-weight:600;letter-spacing:.06em}',
    `.dm-svg .dm-hub-disc{fill:${colour('hub')}}`,
    `.dm-svg .dm-hub-text{font-weight:700;fill:${colour('on-hub')}}`,
    '.dm-svg .dm-hub-name{font-weight:700}',
    `.dm-svg .dm-arrow{fill:none;stroke:${colour('muted')}}`,
    `.dm-svg .dm-arrow-head{fill:${colour('muted')}}`,
    `.dm-svg .dm-domain-area{fill:${colour('surface')}}`,
    '.dm-svg .dm-domain-line{fill:none;stroke-width:4.5;stroke-linecap:round}',
    '.dm-svg .dm-domain-text{font-weight:700}',
    `.dm-svg .dm-note,.dm-svg .dm-label{fill:${colour('text')}}`,
    `.dm-svg .dm-note{fill:${colour('muted')}}`,
    `.dm-svg .dm-band-text{font-weight:600;fill:${colour('on-domain')}}`,
    `.dm-svg .dm-step{fill:${colour('raised')};stroke:${colour('muted')};stroke-width:1.2}`,
    `.dm-svg .dm-leader{fill:none;stroke:${colour('muted')};stroke-width:1}`,
    `.dm-svg .dm-disc{stroke:${colour('fill')}}`,
    // What is not applicable has a pattern for its fill, as an attribute.
    `.dm-svg .dm-disc-missing,.dm-svg .dm-disc-planned,.dm-svg .dm-disc-partial{fill:${colour('surface')}}`,
    `.dm-svg .dm-disc-covered{fill:${colour('fill')}}`,
    `.dm-svg .dm-half{fill:${colour('fill')}}`,
    `.dm-svg .dm-hatch{fill:none;stroke:${colour('fill')};stroke-width:1.6}`,
    `.dm-svg .dm-plate{fill:${colour('surface')}}`,
    '.dm-svg .dm-number{font-weight:700}',
    `.dm-svg .dm-number-covered{fill:${colour('on-fill')}}`,
    `.dm-svg .dm-rim{fill:none;stroke:${colour('fill')}}`,
    '.dm-svg .dm-collar{fill:none}',
    `.dm-svg .dm-overdue{fill:${colour('alert')};stroke:${colour('surface')};stroke-width:2}`,
    `.dm-svg .dm-overdue-text{font-weight:700;fill:${colour('on-alert')}}`,
    ...Array.from({ length: DOMAIN_COLOURS }, (_, index) => domainStyles(index + 1, colour(`domain-${index + 1}`))),
  ].join('\n');
}

function domainStyles(number: number, colour: string): string {
  const dash = LINES[number - 1] ?? 'none';
  return [
    `.dm-svg .dm-d${number} .dm-domain-line{stroke:${colour};stroke-dasharray:${dash}}`,
    `.dm-svg .dm-d${number} .dm-band{fill:${colour}}`,
    `.dm-svg .dm-collar.dm-d${number},.dm-svg .dm-edge.dm-d${number}{stroke:${colour}}`,
  ].join('\n');
}

/** What only a page needs: links, focus, and the lines that show while a criterion is pointed at. */
export function svgPageStyles(): string {
  return [
    '.dm-svg a{cursor:pointer;outline:none;text-decoration:none}',
    '.dm-svg .dm-edges{visibility:hidden;pointer-events:none}',
    '.dm-svg .dm-edge{stroke-width:3.5;fill:none;stroke-linecap:round;stroke-linejoin:round}',
    '.dm-svg .dm-place:hover .dm-edges{visibility:visible}',
    '.dm-svg .dm-place:has(:focus-visible) .dm-edges{visibility:visible}',
    '.dm-svg .dm-place:has([data-hidden]) .dm-edges{visibility:hidden}',
    '.dm-svg a:hover .dm-label,.dm-svg a:hover .dm-domain-text,.dm-svg a:hover .dm-hub-text,.dm-svg a:hover .dm-hub-name,.dm-svg a:hover .dm-band-text{text-decoration:underline}',
    '.dm-svg .dm-focus,.dm-svg .dm-focus-ring{fill:none;visibility:hidden;pointer-events:none}',
    '.dm-svg .dm-focus{stroke:var(--dm-focus);stroke-width:4}',
    '.dm-svg .dm-focus-ring{stroke:var(--dm-focus-ring);stroke-width:9}',
    '.dm-svg a:focus-visible .dm-focus,.dm-svg a:focus-visible .dm-focus-ring{visibility:visible}',
    '.dm-svg a:focus-visible .dm-label{text-decoration:underline;text-decoration-thickness:2px}',
    // Shapes recede; texts stay legible, and so does the plate that they stand on.
    '.dm-svg [data-hidden] :is(circle,path):not(.dm-plate,.dm-focus,.dm-focus-ring){opacity:.18}',
    '.dm-svg [data-hidden] text{fill:var(--dm-muted)}',
    // A number may stand on a disc that has receded.
    '.dm-svg [data-hidden] .dm-number{fill:var(--dm-text)}',
  ].join('\n');
}
