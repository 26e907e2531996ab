import { type IRunOptions, Tab, TextRun } from 'docx';
import { STYLE } from './style-ids.js';
import { lineText, xmlText } from './xml-text.js';

/** How words look. */
export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly superScript?: boolean;
  readonly subScript?: boolean;
  readonly code?: boolean;
  /** Whether they stand in a link: no other may stand there. */
  readonly link?: boolean;
}

/** What tags of raw HTML do to words. */
const TAGS: Readonly<Record<string, Look>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italics: true },
  em: { italics: true },
  cite: { italics: true },
  dfn: { italics: true },
  var: { italics: true },
  del: { strike: true },
  s: { strike: true },
  ins: { underline: true },
  u: { underline: true },
  sup: { superScript: true },
  sub: { subScript: true },
  kbd: { code: true },
  samp: { code: true },
};

/** How words look inside tags of raw HTML. */
export function lookIn(look: Look, tags: readonly string[]): Look {
  return Object.assign({}, look, ...tags.map((tag) => (Object.hasOwn(TAGS, tag) ? TAGS[tag] : {})));
}

/** Words of a line. */
export function words(text: string, look: Look): TextRun {
  return new TextRun({ ...optionsOf(look), text: lineText(text) });
}

/** Lines of code, as they are. */
export function codeLines(value: string, look: Look = {}): TextRun[] {
  return value.split(/\r\n|\n|\r/).map((line, index) => {
    const start = index === 0 ? {} : { break: 1 };
    return new TextRun({
      ...optionsOf(look),
      ...start,
      children: line.split(/(\t)/).map((part) => (part === '\t' ? new Tab() : xmlText(part))),
    });
  });
}

/** The end of a line within a paragraph. */
export function lineBreak(look: Look): TextRun {
  return new TextRun({ ...optionsOf(look), break: 1 });
}

function optionsOf({ bold, italics, strike, underline, superScript, subScript, code, link }: Look): IRunOptions {
  return {
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
    ...(strike ? { strike } : {}),
    ...(superScript ? { superScript } : subScript ? { subScript } : {}),
    // Words have one style: code in a link keeps the look of code, and the line that says that it is one.
    ...(code ? { style: STYLE.codeText } : link ? { style: STYLE.hyperlink } : {}),
    ...(underline || (code && link) ? { underline: { type: 'single' as const } } : {}),
  };
}
