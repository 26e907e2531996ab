import { setImmediate } from 'node:timers/promises';
import type { IndexedPage } from '../../../site/search/types.js';
import type { DocumentPage } from '../../../site/types.js';
import { loadParser, type ParserChoice } from '../markdown-parser.js';
import { type ChunkMessage, packChunk, unpackIndexed } from './chunk-message.js';
import { PageRenderer, type RenderDocument, type RenderSettings } from './page-renderer.js';
import type { RenderThread, RenderThreads } from './render-threads.js';
import type { ThreadSettings } from './serve-rendering.js';

/** How many documents a thread is given at a time. */
const CHUNK = 32;
/** What making the pages of documents needs besides them. */
export interface RenderRequest extends RenderSettings {
  readonly parserChoice: ParserChoice;
  readonly render: RenderDocument;
  /** Threads that make pages by the same function: see `serveRendering`. This one makes pages too, and what they have no memory for. */
  readonly threads: RenderThreads;
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

/** Makes and writes the pages of documents, with other threads or here; the outcome is the same. */
export async function renderDocuments(pages: readonly DocumentPage[], request: RenderRequest): Promise<RenderedDocuments> {
  const chunks = new Chunks(pages, request);
  const { root, folder, shared, parserChoice } = request;
  const settings: ThreadSettings = { root, folder, shared, parserChoice };
  try {
    await Promise.all([...request.threads.all.map((thread) => renderThere(thread, settings, chunks)), renderHere(chunks, request)]);
    // What a thread gave back after this one had found nothing more to do.
    await renderHere(chunks, request);
  } finally {
    chunks.stop();
  }
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

  constructor(
    private readonly pages: readonly DocumentPage[],
    private readonly request: Pick<RenderRequest, 'progress' | 'throwIfCancelled'>,
  ) {}

  /** The next chunk; undefined where all are handed out. */
  take(): Chunk | undefined {
    if (this.stopped) return undefined;
    this.request.throwIfCancelled?.();
    const index = this.next;
    const pages = this.pages.slice(index * CHUNK, (index + 1) * CHUNK);
    if (pages.length === 0) return undefined;
    this.next++;
    const put = (message: ChunkMessage) => {
      this.messages[index] = message;
      this.done += pages.length;
      this.request.progress?.(this.done, this.pages.length);
    };
    return { pages, again: false, put };
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

/** A thread has its next chunks before it is done with one, and does not wait until this thread has time for it. */
const AHEAD = 3;

/** Has a thread make chunks for as long as there are any; one that runs out of memory gives back what it has not made. */
function renderThere(thread: RenderThread, settings: ThreadSettings, chunks: Chunks): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting: Chunk[] = [];
    const send = () => {
      const chunk = chunks.take();
      if (chunk) {
        waiting.push(chunk);
        thread.post(chunk.pages);
      } else if (waiting.length === 0) resolve();
    };
    const received = (message: unknown) => {
      try {
        waiting.shift()?.put(message as ChunkMessage);
        send();
      } catch (error) {
        reject(error);
      }
    };
    const ended = (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
      chunks.giveBack(waiting);
      resolve();
    };
    thread.post(settings);
    for (let count = 0; count < AHEAD; count++) send();
    thread.listen(received, ended);
  });
}
