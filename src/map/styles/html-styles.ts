import { BREAKPOINTS } from '../layout/breakpoints.js';

/** The styles of the map's place on a page: which of the two drawings is shown. */
export function placeStyles(): string {
  return [
    '.dm-radial{container-type:inline-size;margin:0 auto}',
    '.dm-radial>div{display:flex;justify-content:center}',
    '.dm-radial .dm-svg{display:block;max-width:100%;height:auto;forced-color-adjust:auto}',
    '.dm-radial .dm-wide{display:none}',
    ...BREAKPOINTS.map(
      (width) => `@container (min-width:${width}px){.dm-radial .dm-from-${width}{display:flex}.dm-radial .dm-to-${width}{display:none}}`,
    ),
    // Paper is narrower than most screens, and finer: the drawing with every name is always the one to print.
    '@media print{.dm-radial .dm-wide{display:flex!important}.dm-radial .dm-compact{display:none!important}.dm-radial,.dm-svg{break-inside:avoid}.dm-radial .dm-svg,.dm-image{max-width:100%;max-height:95vh}}',
  ].join('\n');
}

/** In a narrow place each attribute is a block, with its core domains beneath it as labelled lines. */
function stackedMatrix(): string[] {
  const narrow = [
    '.dm-matrix,.dm-matrix caption,.dm-matrix thead,.dm-matrix tbody,.dm-matrix tr,.dm-matrix th,.dm-matrix td{display:block}',
    '.dm-matrix thead tr{display:flex;flex-wrap:wrap;gap:0 1rem;border-bottom:2px solid var(--dm-text);padding-bottom:.4rem}',
    '.dm-matrix thead th{border:0;padding:.2rem 0}',
    `.dm-matrix thead th:first-child,.dm-matrix .dm-cell-empty{${HIDDEN}}`,
    '.dm-matrix tbody tr{padding:.9rem 0;border-bottom:1px solid var(--dm-rule)}',
    '.dm-matrix tbody th{max-width:none;padding:0 0 .35rem;border:0}',
    '.dm-matrix td{min-width:0;padding:.2rem 0;border:0}',
    '.dm-matrix td[data-label]::before{content:attr(data-label);display:block;color:var(--dm-muted);font-size:.9375em}',
    // Who hears the table hears the head of the column instead.
    '.dm-matrix td[data-label]::before{content:attr(data-label) / ""}',
    '.dm-matrix .dm-empties{display:block;font-weight:400;color:var(--dm-muted);font-size:.9375em}',
  ];
  return [
    '.dm-matrix .dm-empties{display:none}',
    '.dm-scroll:has(.dm-matrix){container-type:inline-size}',
    `@container (max-width:${STACKED_BELOW}px){${narrow.join('')}}`,
  ];
}

/** The width, in CSS pixels, below which three columns have no room. */
const STACKED_BELOW = 559;
/** There for who hears the page, and not to be seen. */
const HIDDEN = 'position:absolute;width:1px;height:1px;min-width:0;padding:0;overflow:hidden;clip-path:inset(50%)';

/** The styles of the matrix, the lists, the legend and the filters. */
export function htmlStyles(): string {
  return [
    '.dm-scroll{position:relative;overflow-x:auto;max-width:100%}',
    '.dm-scroll:focus-visible{outline:3px solid var(--dm-focus);outline-offset:2px;box-shadow:0 0 0 7px var(--dm-focus-ring)}',
    '.dm-matrix,.dm-compare{border-collapse:collapse;width:100%;color:var(--dm-text)}',
    '.dm-matrix caption,.dm-compare caption{text-align:start;padding-bottom:.75rem;color:var(--dm-muted)}',
    '.dm-matrix th,.dm-matrix td,.dm-compare th,.dm-compare td{padding:.6rem .8rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--dm-rule)}',
    '.dm-matrix thead th,.dm-compare thead th{border-bottom:2px solid var(--dm-text);vertical-align:bottom}',
    '.dm-matrix tbody th,.dm-compare tbody th{font-weight:600;min-width:9rem;max-width:20rem}',
    '.dm-matrix td{min-width:9rem}',
    '.dm-matrix ul,.dm-compare ul{list-style:none;margin:0;padding:0}',
    '.dm-matrix li{padding:.1rem 0}',
    '.dm-matrix .dm-empty,.dm-compare .dm-empty{color:var(--dm-muted)}',
    ...stackedMatrix(),
    '.dm-mark-note{color:var(--dm-muted);font-size:.9375em;margin:.75rem 0 0}',
    '.dm-basis{color:var(--dm-muted);font-size:.875em;white-space:nowrap}',
    '.dm-list{list-style:none;margin:0;padding:0}',
    '.dm-list>li{display:grid;grid-template-columns:2.6rem 1fr;padding:.7rem 0;border-bottom:1px solid var(--dm-rule)}',
    '.dm-list .dm-list-number{font-weight:700;font-variant-numeric:tabular-nums}',
    '.dm-list .dm-list-title{font-weight:600;margin:0}',
    '.dm-list .dm-facts,.dm-compare .dm-facts{margin:.15rem 0 0;color:var(--dm-muted)}',
    '.dm-list .dm-facts strong{color:var(--dm-text)}',
    '.dm-state{white-space:nowrap}',
    '.dm-state .dm-svg{vertical-align:-.16em;margin-inline-end:.45em}',
    '.dm-alert{color:var(--dm-alert);font-weight:600}',
    '.dm-legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:.4rem 2rem;margin:0;padding:0;list-style:none}',
    '.dm-legend li{display:grid;grid-template-columns:3rem 1fr;align-items:start;gap:.6rem}',
    '.dm-legend .dm-legend-says{color:var(--dm-muted);display:block;font-size:.9375em}',
    '.dm-legend .dm-svg{display:block}',
    '.dm-flows{display:flex;flex-wrap:wrap;gap:2rem 3rem;align-items:flex-start}',
    '.dm-flow-figure{margin:0;flex:1 1 16rem;max-width:24rem}',
    '.dm-flow-figure figcaption{margin-top:.75rem}',
    '.dm-flow{max-width:100%;height:auto;display:block}',
    '.dm-filters{display:none}',
    '.js .dm-filters{display:block}',
    '.dm-filters fieldset{border:0;margin:0;padding:0;min-width:0;display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;align-items:end}',
    '.dm-filters legend{font-weight:700;padding:0;margin-bottom:.5rem}',
    '.dm-filters label{display:block;font-weight:600;margin-bottom:.2rem}',
    '.dm-filters select{font:inherit;color:inherit;background:var(--dm-surface);border:2px solid var(--dm-text);padding:.3rem .5rem;min-height:2.5rem;max-width:100%}',
    '.dm-filters button{font:inherit;color:var(--dm-link);background:none;border:0;text-decoration:underline;padding:.5rem 0;min-height:2.5rem;cursor:pointer}',
    '.dm-filters :focus-visible{outline:3px solid var(--dm-focus);outline-offset:0;box-shadow:0 0 0 6px var(--dm-focus-ring)}',
    '.dm-filters-result{margin:.6rem 0 0;min-height:1.5em}',
    '.dm-filters [hidden],[data-dm-item][hidden],[data-dm-none][hidden],[data-dm-view][hidden]{display:none!important}',
    '@media print{.dm-filters{display:none!important}.dm-scroll{overflow:visible}}',
  ].join('\n');
}
