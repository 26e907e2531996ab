import type { FieldPath } from '../../core/yaml/value.js';
import { type FieldCursor, type Level, pathTo } from './field-cursor.js';
import { unquoted } from './yaml-row.js';

const TOKEN = /"(?:[^"\\]|\\.)*"?|'[^']*'?|[[\]{},]|:(?=[\s,[\]{}]|$)|\s+|[^\s[\]{},:"'](?:[^,[\]{}:]|:(?!\s|$))*/g;

/** Where a list or mapping in brackets ends; where it is not closed yet, at the end of its line. */
export function flowEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  for (const match of text.slice(start, limit).matchAll(TOKEN)) {
    if (match[0] === '[' || match[0] === '{') depth++;
    else if ((match[0] === ']' || match[0] === '}') && --depth === 0) return start + match.index + 1;
  }
  const line = /[\r\n]/.exec(text.slice(start, limit));
  return line ? start + line.index : limit;
}

/** What a place inside `[…]` or `{…}` is for. */
export function flowCursor(text: string, start: number, end: number, offset: number, base: FieldPath): FieldCursor | undefined {
  if (offset <= start) return undefined;
  const reader = new FlowReader(offset, base);
  for (const match of text.slice(start, end).matchAll(TOKEN)) reader.take(match[0], start + match.index);
  reader.pass(end + 1);
  return reader.found();
}

/** What is known of the place once it is met; its surroundings are read on. */
interface Place {
  readonly at: 'key' | 'value';
  readonly path: FieldPath;
  readonly start: number;
  readonly end: number;
  readonly level: Level;
  readonly own: string | undefined;
  named: boolean;
}

class FlowReader {
  private readonly levels: Level[] = [];
  private place: Place | undefined;
  /** Whether the current field of the innermost mapping has its colon. */
  private readonly named: boolean[] = [];

  constructor(
    private readonly offset: number,
    private readonly base: FieldPath,
  ) {}

  take(token: string, start: number): void {
    const word = token.trim();
    if (word === '') return;
    if (/^[[\]{},:]$/.test(word)) {
      this.pass(start);
      this.punctuation(word, start);
      return;
    }
    if (this.offset <= start + word.length) this.meet(start, start + word.length, word);
    this.text(unquoted(word));
  }

  /** What stands before a place that is reached without a word at the offset is empty there. */
  pass(start: number): void {
    if (this.offset <= start) this.meet(this.offset, this.offset, undefined);
  }

  found(): FieldCursor | undefined {
    if (!this.place) return undefined;
    const { at, path, start, end, level, own, named } = this.place;
    const siblings = [...level.names];
    if (own !== undefined && siblings.includes(own)) siblings.splice(siblings.indexOf(own), 1);
    return { at, path, range: { start, end }, siblings, flow: true, named, column: 0 };
  }

  private meet(start: number, end: number, word: string | undefined): void {
    const level = this.levels[this.levels.length - 1];
    if (this.place || !level) return;
    const inKey = level.kind === 'map' && !this.named[this.named.length - 1];
    const path = [...this.base, ...pathTo(inKey ? this.levels.slice(0, -1) : this.levels)];
    const own = word !== undefined && (inKey || level.kind === 'list') ? unquoted(word) : undefined;
    this.place = { at: inKey ? 'key' : 'value', path, start: Math.min(start, this.offset), end, level, own, named: false };
  }

  private punctuation(sign: string, start: number): void {
    const level = this.levels[this.levels.length - 1];
    if (sign === '[' || sign === '{') {
      this.levels.push({ kind: sign === '[' ? 'list' : 'map', column: start, step: sign === '[' ? 0 : '', written: '', names: [] });
      this.named.push(false);
    } else if (sign === ']' || sign === '}') {
      this.levels.pop();
      this.named.pop();
    } else if (sign === ',' && level) {
      level.step = level.kind === 'list' ? Number(level.step) + 1 : '';
      this.named[this.named.length - 1] = false;
    } else if (sign === ':' && level?.kind === 'map') {
      this.named[this.named.length - 1] = true;
      if (this.place?.level === level && this.place.at === 'key' && this.place.own === level.step) this.place.named = true;
    }
  }

  private text(word: string): void {
    const level = this.levels[this.levels.length - 1];
    if (level?.kind === 'list') level.names.push(word);
    else if (level && !this.named[this.named.length - 1]) {
      level.step = word;
      level.names.push(word);
    }
  }
}
