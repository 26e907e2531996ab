const LINE = { style: 'single', size: 4, color: '8A96A3' } as const;

/** The thin lines of every table of a copy. */
export const TABLE_LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE } as const;
/** The space between the lines and the words of a cell, in twentieths of a point. */
export const CELL_MARGINS = { top: 50, bottom: 50, left: 100, right: 100 } as const;
/** The shade of the cells of a heading. */
export const HEADING_SHADE = { type: 'clear', fill: 'E8EDF1' } as const;
