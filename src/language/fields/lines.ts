/** A line of a text, without its ending. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a stretch of a text, without their endings; the empty one at its end too. */
export function* linesOf(text: string, start: number, end: number): Generator<Line> {
  for (let at = start; ; ) {
    const newline = text.indexOf('\n', at);
    const whole = newline < 0 || newline >= end ? end : newline;
    const stop = whole > at && text[whole - 1] === '\r' ? whole - 1 : whole;
    yield { start: at, end: stop, text: text.slice(at, stop) };
    if (whole >= end) return;
    at = whole + 1;
  }
}
