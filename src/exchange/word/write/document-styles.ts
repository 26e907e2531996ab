import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import {
  CODE_STYLE,
  CODE_TEXT_STYLE,
  COPY_STYLE,
  DEEPEST_STYLE,
  LINE_STYLE,
  NOTE_HEADING_STYLE,
  NOTE_STYLE,
  QUOTE_STYLE,
  styleInList,
  TITLE_STYLE,
} from '../styles.js';
import { CONTINUATION_STYLES, heldStyle, listIndent, STYLE } from './style-ids.js';

const DARK = '1F2933';
const QUIET = '45525E';
const LINK = '0B4F8A';
const FONT = 'Calibri';
const CODE_FONT = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New' };
/** In half points, by the level of the heading. */
const HEADING_SIZES = [34, 28, 24, 22, 22, 22];

/** The styles of a copy: those that Word has by its own names for them, and those of what a copy adds. @param lang of its texts */
export function documentStyles(lang: string): IStylesOptions {
  const headings = HEADING_SIZES.map((size, index) => ({
    run: { font: FONT, size, bold: true, color: DARK, italics: false },
    paragraph: { spacing: { before: index === 0 ? 480 : 280, after: 100, ...lines(1) }, keepNext: true, keepLines: true },
  }));
  const [heading1, heading2, heading3, heading4, heading5, heading6] = headings;
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, color: DARK, language: { value: lang } },
        paragraph: { spacing: { after: 140, ...lines(1.15) } },
      },
      ...{ heading1: { ...heading1 }, heading2: { ...heading2 }, heading3: { ...heading3 } },
      ...{ heading4: { ...heading4 }, heading5: { ...heading5 }, heading6: { ...heading6 } },
      listParagraph: { paragraph: { spacing: { after: 140 } } },
      hyperlink: { run: { color: LINK, underline: { type: 'single' } } },
      footnoteText: { run: { size: 19 }, paragraph: { spacing: { after: 40, ...lines(1.05) } } },
    },
    paragraphStyles: [...OF_COPIES, ...OF_TEXTS, ...OF_CONTENTS, ...continuations(), ...heldByLists()],
    characterStyles: [
      { id: STYLE.codeText, name: CODE_TEXT_STYLE, run: { font: CODE_FONT, size: 20, noProof: true } },
      { id: 'IndexLink', name: 'Index Link', run: {} },
    ],
  };
}

const OF_COPIES: readonly IParagraphStyleOptions[] = [
  {
    ...{ id: STYLE.title, name: TITLE_STYLE, basedOn: 'Normal', next: STYLE.note },
    run: { size: 48, bold: true },
    paragraph: { spacing: { after: 200, ...lines(1) }, keepNext: true },
  },
  {
    ...{ id: STYLE.note, name: NOTE_STYLE, basedOn: 'Normal' },
    run: { size: 20, color: QUIET },
    paragraph: { spacing: { after: 100 } },
  },
  {
    ...{ id: STYLE.noteHeading, name: NOTE_HEADING_STYLE, basedOn: 'Normal', next: STYLE.note },
    run: { size: 34, bold: true },
    paragraph: { spacing: { before: 480, after: 100 }, keepNext: true, outlineLevel: 0 },
  },
  {
    ...{ id: STYLE.contents, name: `${COPY_STYLE} Contents`, basedOn: 'Normal', next: STYLE.note },
    run: { size: 28, bold: true },
    paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
  },
  {
    ...{ id: STYLE.footer, name: `${COPY_STYLE} Footer`, basedOn: 'Normal' },
    run: { size: 18, color: QUIET },
    paragraph: { spacing: { after: 0 } },
  },
];

const OF_TEXTS: readonly IParagraphStyleOptions[] = [
  {
    ...{ id: STYLE.quote, name: QUOTE_STYLE, basedOn: 'Normal' },
    paragraph: { indent: { left: 425, right: 425 }, border: { left: { style: 'single', size: 18, color: 'A9B4BE', space: 10 } } },
  },
  {
    ...{ id: STYLE.code, name: CODE_STYLE, basedOn: 'Normal' },
    run: { font: CODE_FONT, size: 19, noProof: true },
    paragraph: { spacing: lines(1.05), shading: { type: 'clear', fill: 'F1F4F6' } },
  },
  { id: STYLE.tableHeading, name: 'Table Heading', basedOn: 'Normal', run: { bold: true }, paragraph: { keepNext: true } },
  {
    ...{ id: STYLE.line, name: LINE_STYLE, basedOn: 'Normal', next: 'Normal' },
    paragraph: { spacing: { after: 200 }, border: { bottom: { style: 'single', size: 6, color: '7B8794', space: 1 } } },
  },
];

/** As Word names the styles of a table of contents, in small letters: it knows them again and lets the reader change them. */
const OF_CONTENTS: readonly IParagraphStyleOptions[] = [
  { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { before: 80, after: 20 } } },
  { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { spacing: { after: 0 }, indent: { left: 300 } } },
];

function continuations(): IParagraphStyleOptions[] {
  return CONTINUATION_STYLES.map(({ id, name, depth }) => ({
    ...{ id, name, basedOn: 'Normal' },
    paragraph: { indent: { left: listIndent(depth) }, spacing: { after: 80 } },
  }));
}

/** Quotations and code in items of lists: each tells how deep, so that they are read back into their items. */
function heldByLists(): IParagraphStyleOptions[] {
  return Array.from({ length: DEEPEST_STYLE }, (_, index) => {
    const paragraph = { indent: { left: listIndent(index) } };
    return [
      { id: heldStyle('quote', index + 1), name: styleInList(QUOTE_STYLE, index + 1), basedOn: STYLE.quote, paragraph },
      { id: heldStyle('code', index + 1), name: styleInList(CODE_STYLE, index + 1), basedOn: STYLE.code, paragraph },
    ];
  }).flat();
}

/** The height of lines, by that of their font. Without the rule, LibreOffice takes it for a length and cuts off what is higher. */
function lines(times: number) {
  return { line: Math.round(240 * times), lineRule: 'auto' as const };
}
