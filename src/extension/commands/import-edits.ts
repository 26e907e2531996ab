import { diffArrays } from 'diff';
import type { ImportedText, ImportResult } from '../../exchange/word/import/import-result.js';

/** A place in a text, counted from 0 as the editor does. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text to replace. */
export interface ImportEdit {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
  /** What a person has to agree to: a section by its title, the footnotes, or works of the register; undefined where nobody needs to. */
  readonly asks: { readonly section: string } | 'footnotes' | 'sources' | undefined;
}

/** The changes of a file, in order, none over another. */
export interface ImportedFile {
  readonly path: string;
  /** The text that they are made for. */
  readonly before: string;
  readonly edits: readonly ImportEdit[];
}

/** What an import does, as an editor does it. */
export interface ImportEdits {
  readonly created: readonly {
    readonly path: string;
    readonly contents: Uint8Array;
    /** Whether it goes with what a person has to agree to. */
    readonly isAsked: boolean;
  }[];
  readonly changed: readonly ImportedFile[];
}

/**
 * Turns what the command would do into changes of files.
 * @throws Error where a path leads out of the guidance folder
 */
export function importEdits({
  created,
  changed,
  waiting,
  accompanying,
}: Pick<ImportResult, 'created' | 'changed' | 'waiting' | 'accompanying'>): ImportEdits {
  const { register } = accompanying;
  const asked: readonly ImportedText[] = register ? [...waiting, register] : waiting;
  for (const { path } of [...created, ...accompanying.created, ...changed, ...asked]) assertInside(path);
  const held = new Map(asked.map((text) => [text.path, text]));
  const filled = new Map(changed.map((text) => [text.path, text]));
  const paths = [...new Set([...filled.keys(), ...held.keys()])];
  return {
    created: [...created, ...accompanying.created].map((file) => ({
      path: file.path,
      contents: 'text' in file ? new TextEncoder().encode(file.text) : bytesOf(file.base64),
      isAsked: accompanying.created.includes(file),
    })),
    changed: paths.map((path) => {
      const [now, then] = [filled.get(path), held.get(path)];
      const before = now?.before ?? then?.before ?? '';
      const after = now?.after ?? before;
      const edits = editsOf(before, after, then?.after ?? after);
      return { path, before, edits: path === register?.path ? edits.map((edit) => ({ ...edit, asks: edit.asks && 'sources' })) : edits };
    }),
  };
}

/** Whether two texts are one in an editor, which ends all lines of a text in the same way. */
export function isSameText(one: string, other: string): boolean {
  return withPlainEnds(one) === withPlainEnds(other);
}

function assertInside(path: string): void {
  if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..'))
    throw new Error(`“${path}” is outside the guidance folder.`);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Lines that stand in the place of others. */
interface Hunk {
  /** The lines of the old text, from and to. */
  readonly start: number;
  readonly end: number;
  /** Those of the new text. */
  readonly newStart: number;
  readonly newEnd: number;
  readonly lines: readonly string[];
}

/** Lines of the text with what is filled that a person has to agree to. */
interface Asked {
  readonly start: number;
  readonly end: number;
  readonly hunks: readonly Hunk[];
}

/**
 * The changes from a text to the text with what is filled, which nobody has to agree to, and on to the text with what is taken over.
 * Where they are in each other’s way, all of it has to be agreed to.
 */
function editsOf(before: string, filled: string, accepted: string): ImportEdit[] {
  const [old, middle, fresh] = [linesOf(before), linesOf(filled), linesOf(accepted)];
  const filling = hunksOf(old, middle);
  const asked = askedOf(hunksOf(middle, fresh), middle, filling);
  const free = filling.filter((hunk) => !asked.some((one) => isInTheWay(hunk, one)));
  // What comes in before a line stands before what replaces it, or is filled in there.
  const edits = [
    ...asked.map((one) => ({ at: one.start, ...rangeBefore(one, filling), lines: splice(one, middle), asks: asksOf(one, middle) })),
    ...free.map((hunk) => ({ at: hunk.newStart, start: hunk.start, end: hunk.end, lines: hunk.lines, asks: undefined })),
  ];
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end || a.at - b.at)
    .map(({ start, end, lines, asks }) => ({ start: placeOf(start, old), end: placeOf(end, old), text: lines.join(''), asks }));
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The lines of a text, each with its end. */
function linesOf(text: string): string[] {
  return withPlainEnds(text).match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function placeOf(line: number, lines: readonly string[]): Place {
  const last = lines[line - 1];
  // Behind a last line that has no end there is no other.
  return line === lines.length && last !== undefined && !last.endsWith('\n')
    ? { line: line - 1, character: last.length }
    : { line, character: 0 };
}

function hunksOf(old: string[], fresh: string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [start, newStart] = [0, 0];
  let [end, newEnd] = [0, 0];
  const close = () => {
    if (end > start || newEnd > newStart) hunks.push({ start, end, newStart, newEnd, lines: fresh.slice(newStart, newEnd) });
  };
  for (const { added, removed, count } of diffArrays(old, fresh)) {
    if (added) newEnd += count;
    else if (removed) end += count;
    else {
      close();
      [start, newStart] = [end + count, newEnd + count];
      [end, newEnd] = [start, newStart];
    }
  }
  close();
  return hunks;
}

/** What is to be agreed to, each section at once, with what is filled in the same lines. */
function askedOf(changes: readonly Hunk[], middle: readonly string[], filling: readonly Hunk[]): Asked[] {
  const asked: Asked[] = [];
  for (const hunk of changes) {
    const widened = widen({ start: hunk.start, end: hunk.end, hunks: [hunk] }, filling);
    const last = asked.at(-1);
    if (last && (widened.start <= last.end || isOneSection(last, widened, middle, filling))) {
      asked[asked.length - 1] = { start: last.start, end: Math.max(last.end, widened.end), hunks: [...last.hunks, hunk] };
    } else asked.push(widened);
  }
  return asked;
}

function widen(asked: Asked, filling: readonly Hunk[]): Asked {
  const others = filling.filter((hunk) => isInTheWay(hunk, asked));
  return {
    ...asked,
    start: Math.min(asked.start, ...others.map(({ newStart }) => newStart)),
    end: Math.max(asked.end, ...others.map(({ newEnd }) => newEnd)),
  };
}

/** Whether what is filled cannot stand beside what is asked. Lines that were only taken out have no place of their own. */
function isInTheWay({ newStart, newEnd }: Hunk, { start, end }: Asked): boolean {
  return newStart === newEnd ? newStart <= end && newEnd >= start : newStart < end && newEnd > start;
}

function isOneSection(one: Asked, next: Asked, middle: readonly string[], filling: readonly Hunk[]): boolean {
  if (isFootnotes(next) || filling.some(({ newStart, newEnd }) => newEnd > one.end && newStart < next.start)) return false;
  return !middle.slice(one.end, next.start).some((line) => HEADING.test(line)) && !next.hunks.some((hunk) => HEADING.test(firstLine(hunk)));
}

const HEADING = /^#{1,6}\s+(.*?)(?:\s+#+)?\s*$/;
const FOOTNOTE = /^\[\^[^\]]+\]:/;

/** The first line of what comes in that says anything. */
function firstLine(hunk: Hunk | undefined): string {
  return hunk?.lines.find((line) => line.trim() !== '') ?? '';
}

function isFootnotes({ hunks }: Asked): boolean {
  return FOOTNOTE.test(firstLine(hunks[0]));
}

function asksOf(asked: Asked, middle: readonly string[]): ImportEdit['asks'] {
  if (isFootnotes(asked)) return 'footnotes';
  // A section that is new, or has another title, begins with its own heading.
  const own = asked.hunks.length === 1 ? HEADING.exec(firstLine(asked.hunks[0]))?.[1] : undefined;
  if (own !== undefined) return { section: own };
  const heading = middle
    .slice(0, asked.start)
    .reverse()
    .find((line) => HEADING.test(line));
  return { section: HEADING.exec(heading ?? '')?.[1] ?? '' };
}

/** The lines of the old text that are meant. */
function rangeBefore(asked: Asked, filling: readonly Hunk[]): { start: number; end: number } {
  const grown = (hunks: readonly Hunk[]) =>
    hunks.reduce((sum, { start, end, newStart, newEnd }) => sum + newEnd - newStart - (end - start), 0);
  const within = filling.filter((hunk) => isInTheWay(hunk, asked));
  const start = asked.start - grown(filling.filter((hunk) => !within.includes(hunk) && hunk.newEnd <= asked.start));
  return { start, end: start + asked.end - asked.start - grown(within) };
}

/** The lines in the end. */
function splice({ start, end, hunks }: Asked, middle: readonly string[]): string[] {
  const lines: string[] = [];
  let at = start;
  for (const hunk of hunks) {
    lines.push(...middle.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  }
  return [...lines, ...middle.slice(at, end)];
}
