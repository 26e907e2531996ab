/**
 * The deepest nesting that is read. Nobody writes a hundred quotations in one another; a document that does is made to
 * exhaust the stack of whatever reads it, and a stack that runs out in the middle of a regular expression ends the
 * whole process.
 */
export const DEEPEST = 100;

/** Thrown for a text that nests more deeply than is read. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** What a line begins with that opens a container. */
const FIRST = /[ \t>\-+*\d]/;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*/;
/** More characters than this many containers can take, with a generous indent. */
const WIDEST = DEEPEST * 16;
const THEMATIC_BREAK = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;

/** Whether a line of Markdown opens more quotations and lists than are read: told before any parser sees it. */
export function opensTooMany(text: string): boolean {
  // V8 would move `includes`, which changes nothing, to where it is needed: there it would go through the text for each line.
  const returns = /\r/.test(text);
  // Only a line as long as that can open so many: most are told by where they end, and are never looked at.
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end - start > DEEPEST && (returns || FIRST.test(text[start] ?? '')) && lineOpensTooMany(text.slice(start, end))) return true;
  }
  return false;
}

/** A line feed ends a line, and so does a carriage return alone. */
function lineOpensTooMany(text: string): boolean {
  return text.split('\r').some((line) => {
    const opened = CONTAINERS.exec(line.slice(0, WIDEST))?.[0] ?? '';
    return opened.replace(/[^->+*.)]/g, '').length > DEEPEST && !THEMATIC_BREAK.test(line);
  });
}

/** How many characters a parser may look back over for the brackets of one text: a second or two of its time. */
const FARTHEST = 50_000_000;

/**
 * Whether the closing brackets of a Markdown text send a parser back so far for the opening ones that it would take
 * minutes: each looks for its partner through all that stands before it in its paragraph.
 */
export function looksBackTooFar(text: string): boolean {
  let distance = 0;
  let paragraph = 0;
  let open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/[[\]]|(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g)) {
    if (found === '[') open.push(index);
    else if (found === ']') distance += index - (open.pop() ?? paragraph);
    else [paragraph, open] = [index, []];
    if (distance > FARTHEST) return true;
  }
  return false;
}

/** Whether a YAML text nests brackets or levels more deeply than is read; what stands in quotation marks counts too. */
export function nestsTooDeeply(yaml: string): boolean {
  let open = 0;
  let deepest = 0;
  for (let at = 0; at < yaml.length; at++) {
    const code = yaml.charCodeAt(at);
    if (code === OPENING_BRACKET || code === OPENING_BRACE) open++;
    else if (open > 0 && (code === CLOSING_BRACKET || code === CLOSING_BRACE)) open--;
    if (open > deepest) deepest = open;
  }
  return deepest > DEEPEST || levels(yaml) > DEEPEST;
}

const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [91, 93, 123, 125];

/** How many levels of a YAML text stand in one another by their columns, and dashes in a row. */
function levels(yaml: string): number {
  const columns: number[] = [];
  let deepest = 0;
  for (const line of yaml.split('\n')) {
    const column = line.search(/\S/);
    if (column < 0) continue;
    while (columns.length > 0 && (columns[columns.length - 1] ?? 0) >= column) columns.pop();
    columns.push(column);
    const dashes = /^(?:- +)*/.exec(line.slice(column, column + 1000))?.[0].split('-').length ?? 1;
    deepest = Math.max(deepest, columns.length + dashes - 1);
  }
  return deepest;
}
