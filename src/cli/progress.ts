import { grouped } from './formats/count.js';
import type { Terminal } from './terminal.js';

/** Runs shorter than this finish before anybody wonders. In milliseconds. */
const LONG = 500;

/** A line that says how far a long run has come: on a terminal that somebody watches, and nowhere else. */
export function progressLine(
  terminal: Terminal,
  after = LONG,
  doing = 'Checking',
): { show: (done: number, total: number) => void; clear: () => void } {
  const started = performance.now();
  let shown = '';
  const clear = () => {
    if (shown !== '') terminal.err(`\r${' '.repeat(shown.length)}\r`);
    shown = '';
  };
  const show = (done: number, total: number) => {
    if (performance.now() - started < after) return;
    const line = `${doing}: ${grouped(done)} of ${grouped(total)} documents`;
    terminal.err(`\r${line}${' '.repeat(Math.max(0, shown.length - line.length))}`);
    shown = line;
  };
  return terminal.watched ? { show, clear } : { show: () => undefined, clear: () => undefined };
}
