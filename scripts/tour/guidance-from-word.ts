import { dmap } from './command.js';
import type { Findings } from './findings.js';
import { APPLICATION, GUIDANCE, WORD_FILE } from './places.js';

/** Starts a guidance folder, imports the Word file into it, and asks what the toolkit says of that. */
export async function guidanceFromWord(findings: Findings): Promise<void> {
  await findings.look('the Word file', 'dmap import', () => {
    dmap(['init', GUIDANCE, '--framework', 'destination-map']);
    const said = dmap(['import', WORD_FILE, GUIDANCE, '--application', APPLICATION]);
    return `${found(said, /speaks of (\d+ of \d+ criteria)/)}, ${found(said, /Wrote (\d+ new files)/)}`;
  });
  await findings.look('the new guidance', 'dmap lint', () => {
    // Errors would end the command with 1.
    const said = dmap(['lint', GUIDANCE], 8);
    return `no errors; ${found(said, /^(\d+ warnings? in \d+ of \d+ files)/m)}: what is left to be written`;
  });
  await findings.look('the new guidance', 'dmap coverage', () => {
    const said = dmap(['coverage', GUIDANCE], 24);
    return found(said, /^(\d+ of \d+ criteria covered.*)$/m);
  });
}

function found(said: string, expression: RegExp): string {
  const [, part] = expression.exec(said) ?? [];
  if (part === undefined) throw new Error(`it does not say ${expression}`);
  return part;
}
