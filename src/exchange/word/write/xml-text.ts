/** What XML 1.0 has no place for: control characters, halves of characters, and two that are none (section 2.2 of it). */
const INVALID =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text without the characters that would make a file of Word unreadable. */
export function xmlText(text: string): string {
  return text.replace(INVALID, '');
}

/** A text as words in a line: white space of any kind and length is one space. A space that does not break stays one. */
export function lineText(text: string): string {
  return xmlText(text.replace(/[ \t\r\n\f\v\u2028\u2029]+/g, ' '));
}
