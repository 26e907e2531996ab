import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a run's own, which goes when the run is over; `DMAP_KEEP=1` leaves it, to be looked at. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'dmap-vscode-'));

  /** The path of something in it. */
  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  /** Makes a folder in it, for nobody else on the machine, and returns its path. */
  folder(...parts: string[]): string {
    mkdirSync(this.at(...parts), { recursive: true, mode: 0o700 });
    return this.at(...parts);
  }

  remove(): void {
    if (process.env['DMAP_KEEP']) console.error(`Kept: ${this.path}`);
    else rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}
