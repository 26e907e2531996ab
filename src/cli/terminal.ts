import picocolors from 'picocolors';

/** Where the command writes to, and what can be shown there. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Writes a line for people, beside the output proper. */
  readonly err: (text: string) => void;
  readonly colours: ReturnType<typeof picocolors.createColors>;
  /** Columns to fill at most. */
  readonly width: number;
  /** Whether somebody is watching, so that progress is worth showing. */
  readonly watched: boolean;
}

/** Lines longer than this tire the eye, however wide the window is. */
const WIDEST = 100;
const NARROWEST = 40;

/** The terminal of a process; 80 columns wide where it is none. */
export function terminalOf({ stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Terminal {
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colours: picocolors.createColors(wantsColour(stdout.isTTY, env)),
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns || 80)),
    // An editor that runs the command shows its progress in its own way.
    watched: env['DMAP_PROGRESS'] === '1' || (stderr.isTTY === true && env['TERM'] !== 'dumb'),
  };
}

/** NO_COLOR wins (no-color.org), then FORCE_COLOR, then whether it is a terminal that knows colours. */
function wantsColour(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal === true && env['TERM'] !== 'dumb';
}
