import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { renderWorkerUrl } from './render-worker-url.js';

/** Below this many documents starting threads costs more than it saves. */
const WORTH_THREADS = 64;
/** A thread keeps nothing of what it made. In megabytes. */
const MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 256 };

/** What starting threads that make pages may be told. */
export interface ThreadOptions {
  /** The script of a thread that makes pages: see `serveRendering`; the built one where it is not given. */
  readonly script?: URL | undefined;
  /** How many threads there are to be besides this one; by the number of documents and processors where it is not given. */
  readonly count?: number;
  /** How much memory each of them may have. */
  readonly memory?: ResourceLimits;
}

/** A thread that makes pages, or has ended. */
export class RenderThread {
  private readonly worker: Worker;
  private ended: Error | undefined;
  private whenEnded: (error: Error) => void = () => undefined;

  constructor(script: URL, memory: ResourceLimits) {
    this.worker = new Worker(script, { resourceLimits: memory });
    // It may end before anybody asks it for anything.
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', () => this.end(new Error('A thread that makes pages ended before its time.')));
  }

  post(message: unknown): void {
    this.worker.postMessage(message);
  }

  /** Calls back with what the thread sends, and once if it ends. */
  listen(received: (message: unknown) => void, ended: (error: Error) => void): void {
    this.worker.on('message', received);
    this.whenEnded = ended;
    if (this.ended) ended(this.ended);
  }

  async close(): Promise<void> {
    this.whenEnded = () => undefined;
    await this.worker.terminate();
  }

  private end(error: Error): void {
    if (this.ended) return;
    this.ended = error;
    this.whenEnded(error);
  }
}

/** Threads that make pages. They can be started before there is a plan of them: to come up takes them as long as to plan a site. */
export class RenderThreads {
  private constructor(readonly all: readonly RenderThread[]) {}

  /** @param documents how many pages there will be to make */
  static start(
    documents: number,
    { script = renderWorkerUrl(), count = countFor(documents), memory = MEMORY }: ThreadOptions = {},
  ): RenderThreads {
    return new RenderThreads(script ? Array.from({ length: count }, () => new RenderThread(script, memory)) : []);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((thread) => thread.close()));
  }
}

function countFor(documents: number): number {
  return documents <= WORTH_THREADS ? 0 : Math.min(4, availableParallelism()) - 1;
}
