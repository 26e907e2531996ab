import type { LocatedDiagnostic } from '../core/lint/finding.js';
import { compare } from '../core/text/compare.js';
import type { RootSession } from './root-session.js';

/** The longest time that a report is put off for the sake of typing. In milliseconds. */
const LONGEST_DELAY = 400;

/** Sends the findings of one file; none where there are no more. */
export type Send = (session: RootSession, path: string, found: readonly LocatedDiagnostic[]) => void;

/**
 * Publishes the findings of a root after each change: of the files about which something else is said than before, those
 * that are open first.
 */
export class Publisher {
  private readonly sent = new Map<string, { readonly found: readonly LocatedDiagnostic[]; readonly version: number | undefined }>();
  /** Calls off what is scheduled. */
  private cancel: (() => void) | undefined;
  private cost = 0;
  private closed = false;

  /**
   * @param failed told of what goes wrong
   * @param delay how long to wait for more changes, in milliseconds; as long as the last report took where it is not given
   */
  constructor(
    private readonly session: () => RootSession,
    private readonly send: Send,
    private readonly failed: (error: unknown) => void,
    private readonly delay?: number,
  ) {}

  /** Publishes soon. */
  schedule(): void {
    if (this.closed || this.cancel) return;
    const delay = this.delay ?? Math.min(this.cost, LONGEST_DELAY);
    const publish = () => void this.publish().catch(this.failed);
    // No timer is over at once: the shortest of Node's takes a millisecond.
    this.cancel = delay === 0 ? soon(publish) : later(publish, delay);
  }

  /** Notes that something has been sent about files by others, which the first report takes the place of. */
  toldAlready(paths: Iterable<string>): void {
    for (const path of paths) this.sent.set(path, { found: [], version: undefined });
  }

  /** Publishes what is not published yet. */
  async publish(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    const session = this.session();
    await session.settle();
    if (this.closed) return;
    const started = performance.now();
    // From here on nothing can come in between: what is sent is about the texts as they are.
    const report = session.root.report();
    const { documents } = session;
    const paths = [...new Set([...report.keys(), ...this.sent.keys()])].filter((path) => {
      const before = this.sent.get(path);
      return before?.found !== report.get(path) || before?.version !== documents.get(path)?.version;
    });
    paths.sort((a, b) => Number(documents.has(b)) - Number(documents.has(a)) || compare(a, b));
    for (const path of paths) {
      const found = report.get(path);
      this.send(session, path, found ?? []);
      if (found) this.sent.set(path, { found, version: documents.get(path)?.version });
      else this.sent.delete(path);
    }
    this.cost = performance.now() - started;
    this.prepare(session);
  }

  private prepare(session: RootSession): void {
    setTimeout(() => {
      if (!this.closed && !session.prepare()) this.prepare(session);
    });
  }

  /** Publishes everything, since another root may have spoken of the same files. */
  async again(): Promise<void> {
    await this.publish();
    this.sent.clear();
    await this.publish();
  }

  /** Takes back everything that was published, and publishes no more. */
  close(): void {
    this.cancel?.();
    this.closed = true;
    for (const path of this.sent.keys()) this.send(this.session(), path, []);
    this.sent.clear();
  }
}

function later(act: () => void, delay: number): () => void {
  const timer = setTimeout(act, delay);
  return () => clearTimeout(timer);
}

/** Once everything that has arrived already is noted; browsers have only timers for that. */
function soon(act: () => void): () => void {
  if (typeof setImmediate !== 'function') return later(act, 0);
  const immediate = setImmediate(act);
  return () => clearImmediate(immediate);
}
