/** A place as people count it: lines and columns (UTF-16 units) from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** The text of one file, with its lines found only when somebody asks for a place in it. */
export class SourceText {
  private lineStarts: number[] | undefined;

  /**
   * @param path from the guidance root, with `/`
   * @param text without its byte order mark
   * @param bom whether the file began with one, so that a rewrite keeps it
   */
  constructor(
    readonly path: string,
    readonly text: string,
    readonly bom = false,
  ) {}

  /** The text of a file as an editor or a client has it: with its byte order mark, if there is one. */
  static of(path: string, text: string): SourceText {
    return text.startsWith(BYTE_ORDER_MARK) ? new SourceText(path, text.slice(1), true) : new SourceText(path, text);
  }

  /** The line and column of an offset; offsets outside the text are brought to its ends. */
  positionAt(offset: number): Position {
    const starts = this.starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  /** The text of a line, without its line ending; empty for a line that is not there. */
  line(line: number): string {
    const starts = this.starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    return this.text.slice(start, starts[line] ?? this.text.length).replace(/[\r\n]+$/, '');
  }

  /** The offset at which a line begins (lines from 1); the text's length for a line past the end. */
  lineStart(line: number): number {
    return this.starts()[line - 1] ?? this.text.length;
  }

  private starts(): number[] {
    if (this.lineStarts) return this.lineStarts;
    this.lineStarts = this.text.includes('\r') ? startsAfter(/\r\n|\n|\r/g, this.text) : startsAfterFeeds(this.text);
    return this.lineStarts;
  }
}

function startsAfter(ending: RegExp, text: string): number[] {
  return [0, ...Array.from(text.matchAll(ending), (match) => match.index + match[0].length)];
}

/** Without carriage returns each line begins after a line feed: several times faster to find. */
function startsAfterFeeds(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}

/** A file as it was loaded: its text, or the reason why there is none. */
export type LoadedFile =
  | { readonly path: string; readonly source: SourceText }
  | { readonly path: string; readonly unreadable: UnreadableReason; readonly detail: string; readonly place?: Position };

/** Why a file gave no text. */
export type UnreadableReason = 'binary' | 'encoding' | 'too-large' | 'permission' | 'missing' | 'io' | 'too-deep' | 'failed';
