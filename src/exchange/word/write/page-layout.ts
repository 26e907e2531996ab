import { Footer, type ISectionPropertiesOptions, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { TextSpace } from './copy.js';
import { words } from './looks.js';
import { STYLE } from './style-ids.js';

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 } as const;
const MARGIN = 1134;

/** The place for text on an upright page, and on one that lies. */
export const UPRIGHT: TextSpace = { width: PAGE.width - 2 * MARGIN, height: PAGE.height - 2 * MARGIN };
export const LYING: TextSpace = { width: UPRIGHT.height, height: UPRIGHT.width };

/** The pages of a copy. */
export function pageProperties(space: TextSpace): ISectionPropertiesOptions {
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  return { page: { size: { ...PAGE, orientation: space === LYING ? 'landscape' : 'portrait' }, margin } };
}

/** What stands at the foot of each page: the title, and which page of how many it is. */
export function pageFooter(title: string, space: TextSpace): Footer {
  const number = new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const tabStops = [{ type: TabStopType.RIGHT, position: space.width }];
  return new Footer({ children: [new Paragraph({ style: STYLE.footer, tabStops, children: [words(title, {}), number] })] });
}
