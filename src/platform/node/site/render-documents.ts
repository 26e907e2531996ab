import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { IndexedPage } from '../../../site/search/types.js';
import type { DocumentPage, DocumentPages } from '../../../site/types.js';
import { loadParser, type ParserChoice } from '../markdown-parser.js';
import { type ChunkMessage, packChunk, unpackIndexed } from './chunk-message.js';
import { PageRenderer, type RenderDocument, type RenderSettings } from './page-renderer.js';
import type { RenderWorkerData } from './serve-rendering.js';

/** Below this many documents starting workers costs more than it saves. */
const WORTH_WORKERS = 64;
/** How many documents a thread is given at a time. */
const CHUNK = 32;
/** A worker keeps nothing of what it made. In megabytes. */
const WORKER_MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 256 };

/** What making the pages of documents needs besides them. */
export interface RenderRequest extends RenderSettings {
  readonly parserChoice: ParserChoice;
  readonly render: RenderDocument;
  /** The script of a worker thread that makes pages by the same function: see `serveRendering`; without it there are none. */
  readonly worker: URL | undefined;
  /** How many threads to use besides this one; by the number of documents and processors where it is not given. */
  readonly workers?: number;
  /** How much memory each of them may have; what one cannot make with it is made in this thread. */
  readonly workerMemory?: ResourceLimits;
  readonly progress?: (done: number, total: number) => void;
  /** Called between chunks; throws to stop. */
  readonly throwIfCancelled?: () => void;
}

/** The pages of documents, written. */
export interface RenderedDocuments {
  /** What search knows of them, in the order of the pages: to be asked for once, since each is let go of on the way. */
  readonly indexed: Iterable<IndexedPage>;
  /** The documents that gave no text, in the order of the pages. */
  readonly unreadable: readonly string[];
  /** How many files were written, pages and what search shows of them, and their size. */
  readonly files: number;
  readonly bytes: number;
}

/** Makes and writes the pages of documents, with workers or here; the outcome is the same. */
export async function renderDocuments(pages: DocumentPages, request: RenderRequest): Promise<RenderedDocuments> {
  const chunks = new Chunks(pages, request);
  const { worker, workers = pages.length <= WORTH_WORKERS ? 0 : Math.min(4, availableParallelism()) - 1 } = request;
  if (worker && workers > 0) await renderWithWorkers(chunks, worker, workers, request);
  else await renderHere(chunks, request);
  return {
    indexed: unpacked(chunks.messages),
    unreadable: chunks.messages.flatMap((message) => message.unreadable),
    files: total(chunks.messages, (message) => message.files),
    bytes: total(chunks.messages, (message) => message.bytes),
  };
}

function total(messages: readonly ChunkMessage[], size: (message: ChunkMessage) => number): number {
  return messages.reduce((sum, message) => sum + size(message), 0);
}

function* unpacked(messages: ChunkMessage[]): Generator<IndexedPage> {
  messages.reverse();
  for (let message = messages.pop(); message; message = messages.pop()) yield* unpackIndexed(message);
}

/** Some pages with what takes their outcome. */
interface Chunk {
  readonly pages: readonly DocumentPage[];
  /** Whether a thread that came to nothing may have written some of them. */
  readonly again: boolean;
  readonly put: (message: ChunkMessage) => void;
}

/** Hands out the pages in chunks, and keeps the outcomes in the order of the pages, whatever order they arrive in. */
class Chunks {
  readonly messages: ChunkMessage[] = [];
  /** What a thread had been given that came to nothing. */
  private readonly returned: Chunk[] = [];
  private next = 0;
  private done = 0;
  private stopped = false;
  private readonly rest: Iterator<DocumentPage>;

  constructor(
    private readonly pages: DocumentPages,
    private readonly request: Pick<RenderRequest, 'progress' | 'throwIfCancelled'>,
  ) {
    this.rest = pages[Symbol.iterator]();
  }

  /** The next chunk; undefined where all are handed out. */
  take(): Chunk | undefined {
    if (this.stopped) return undefined;
    this.request.throwIfCancelled?.();
    const pages = this.nextPages();
    if (pages.length === 0) return undefined;
    const index = this.next++;
    const put = (message: ChunkMessage) => {
      this.messages[index] = message;
      this.done += pages.length;
      this.request.progress?.(this.done, this.pages.length);
    };
    return { pages, again: false, put };
  }

  private nextPages(): DocumentPage[] {
    const pages: DocumentPage[] = [];
    while (pages.length < CHUNK) {
      const page = this.rest.next();
      if (page.done) break;
      pages.push(page.value);
    }
    return pages;
  }

  /** Takes back chunks that a thread has not made. They are for this thread alone: another would fare as badly. */
  giveBack(chunks: readonly Chunk[]): void {
    this.returned.push(...chunks.map((chunk) => ({ ...chunk, again: true })));
  }

  /** The next chunk for this thread. */
  takeHere(): Chunk | undefined {
    return this.stopped ? undefined : (this.returned.shift() ?? this.take());
  }

  /** Hands out nothing more. */
  stop(): void {
    this.stopped = true;
  }
}

async function renderHere(chunks: Chunks, request: RenderRequest): Promise<void> {
  const renderer = new PageRenderer(request, request.render, await loadParser(request.parserChoice));
  for (let chunk = chunks.takeHere(); chunk; chunk = chunks.takeHere()) {
    chunk.put(packChunk(renderer.write(chunk.pages, chunk.again)));
    // Signals, and what the workers have to say, get their turn.
    await setImmediate();
  }
}

/** This thread makes pages too: it has everything in memory already that another worker would load once more. */
async function renderWithWorkers(chunks: Chunks, script: URL, count: number, request: RenderRequest): Promise<void> {
  const { root, folder, shared, parserChoice, workerMemory = WORKER_MEMORY } = request;
  const workerData: RenderWorkerData = { root, folder, shared, parserChoice };
  const workers = Array.from({ length: count }, () => new Worker(script, { workerData, resourceLimits: workerMemory }));
  try {
    await Promise.all([...workers.map((worker) => renderThere(worker, chunks)), renderHere(chunks, request)]);
    // What a worker gave back after this thread had found nothing more to do.
    await renderHere(chunks, request);
  } finally {
    chunks.stop();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** A worker has its next chunk before it is done with one, and does not wait until this thread has time for it. */
const AHEAD = 3;

/** Has a worker make chunks for as long as there are any; one that runs out of memory gives back what it has not made. */
function renderThere(worker: Worker, chunks: Chunks): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting: Chunk[] = [];
    const send = () => {
      const chunk = chunks.take();
      if (chunk) {
        waiting.push(chunk);
        worker.postMessage(chunk.pages);
      } else if (waiting.length === 0) resolve();
    };
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
      chunks.giveBack(waiting);
      resolve();
    });
    worker.on('exit', () => reject(new Error('A thread that makes pages ended before its time.')));
    worker.on('message', (message: ChunkMessage) => {
      try {
        waiting.shift()?.put(message);
        send();
      } catch (error) {
        reject(error);
      }
    });
    for (let count = 0; count < AHEAD; count++) send();
  });
}
