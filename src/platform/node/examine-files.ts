import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ExaminedDocument } from '../../core/lint/examine.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import { examineFile } from '../../core/root/root-settings.js';
import type { LoadedFile } from '../../core/text/source-text.js';
import { BUILD_ID } from './build-id.js';
import { type CacheEntry, digest, type FactsCache } from './facts-cache.js';
import type { ListedFile } from './list-files.js';
import type { LoadedSettings, RootRequest } from './load-root.js';
import type { ParserChoice } from './markdown-parser.js';
import { readListed } from './read-file.js';

/** Below this many documents starting workers costs more than it saves: each has all code to load and to make fast for itself. */
const WORTH_WORKERS = 1000;
/** How many documents a worker is given at a time. */
const CHUNK = 64;
/** A worker keeps nothing of what it examined: a small heap, often swept, serves it best. In megabytes. */
const WORKER_MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** What examining needs beyond the files. */
export interface ExamineRequest {
  readonly request: RootRequest;
  readonly settings: LoadedSettings;
  readonly parser: MarkdownParser;
  readonly parserChoice: ParserChoice;
  /** The files that settings are read from: a worker reads them for itself. */
  readonly settingsFiles: readonly ListedFile[];
  readonly cache: FactsCache | undefined;
  /** How many threads examine; as many as there are processors, up to four, where it is not given. */
  readonly workers?: number;
  readonly progress?: (done: number, total: number) => void;
  /** Called between files; throws to stop. */
  readonly throwIfCancelled?: () => void;
}

/** Takes the outcome for one file: the examined document, and what the cache keeps of it. */
type Take = (file: ListedFile, document: ExaminedDocument, entry: CacheEntry | undefined) => void;

/** Examines the documents of a root: from the cache, with workers, or here; the outcome is the same. */
export async function examineFiles(files: readonly ListedFile[], request: ExamineRequest): Promise<Map<string, ExaminedDocument>> {
  const examined = new Map<string, ExaminedDocument>();
  const { toRead, known } = lookUp(files, request);
  const successor = toRead.length > 0 ? request.cache?.successor(Date.now()) : undefined;
  const take: Take = (file, document, entry) => {
    examined.set(file.path, document);
    if (entry) successor?.put(file.path, entry);
    if (examined.size % CHUNK === 0) request.progress?.(examined.size, files.length);
  };
  for (const [file, document, entry] of known) take(file, document, entry);
  const workers = workerCount(toRead.length, request.workers);
  try {
    if (workers > 0) await examineWithWorkers(toRead, workers, request, take);
    else examineHere(toRead, request, take);
  } catch (error) {
    successor?.abandon();
    throw error;
  }
  successor?.close();
  // In the order of the listing, whatever order the work was done in.
  return new Map(
    files.flatMap(({ path }) => {
      const document = examined.get(path);
      return document ? [[path, document] as const] : [];
    }),
  );
}

/** What the cache knows of the files, and the files that it does not know. */
function lookUp(files: readonly ListedFile[], { cache, request }: ExamineRequest) {
  const toRead: ListedFile[] = [];
  const known: [ListedFile, ExaminedDocument, CacheEntry][] = [];
  for (const file of files) {
    const found = file.problem ? undefined : cache?.get(file.path, file.stamp, file.changedAt);
    const current = found && (found.certain || found.entry.hash === hashOf(readListed(request.root, file)));
    const document = current ? parsed(found.entry.json) : undefined;
    if (found && document) known.push([file, document, { ...found.entry, stamp: file.stamp }]);
    else toRead.push(file);
  }
  return { toRead, known };
}

function parsed(json: string): ExaminedDocument | undefined {
  try {
    return JSON.parse(json) as ExaminedDocument;
  } catch {
    return undefined;
  }
}

/** The hash by which a file's text is known again; empty where there is no text. */
export function hashOf(file: LoadedFile): string {
  return 'source' in file ? digest(file.source.text) : '';
}

function examineHere(files: readonly ListedFile[], request: ExamineRequest, take: Take): void {
  for (const file of files) {
    request.throwIfCancelled?.();
    const loaded = request.settings.read(file.path);
    if (!loaded) continue;
    const document = examineFile(loaded, request.settings.root, request.parser);
    const kept = request.cache && 'source' in loaded;
    take(file, document, kept ? { stamp: file.stamp, hash: hashOf(loaded), json: JSON.stringify(document) } : undefined);
  }
}

function workerCount(files: number, wanted: number | undefined): number {
  // From source there is no built worker to start.
  if (BUILD_ID === undefined) return 0;
  return wanted ?? (files < WORTH_WORKERS ? 0 : Math.min(4, availableParallelism()));
}

/** What a worker is started with. */
export interface WorkerRequest {
  readonly request: RootRequest;
  readonly parserChoice: ParserChoice;
  readonly settingsFiles: readonly ListedFile[];
  /** Whether the outcome is kept for the next run, for which a file has to be known again. */
  readonly caching: boolean;
}

/** What a worker sends back for one file. */
export interface WorkerOutcome {
  readonly hash: string;
  /** The examined document: passing JSON costs less than passing objects, and keeps nothing of the text alive. */
  readonly json: string;
}

async function examineWithWorkers(files: readonly ListedFile[], count: number, request: ExamineRequest, take: Take): Promise<void> {
  let next = 0;
  const nextChunk = () => {
    request.throwIfCancelled?.();
    const chunk = files.slice(next, next + CHUNK);
    next += chunk.length;
    return chunk;
  };
  const file = new URL('./worker.js', import.meta.url);
  const workerData: WorkerRequest = {
    request: request.request,
    parserChoice: request.parserChoice,
    settingsFiles: request.settingsFiles,
    caching: request.cache !== undefined,
  };
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData, resourceLimits: WORKER_MEMORY }));
  try {
    await Promise.all(workers.map((worker) => examineThere(worker, nextChunk, take)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function examineThere(worker: Worker, nextChunk: () => ListedFile[], take: Take): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: ListedFile[] = [];
    const send = () => {
      current = nextChunk();
      if (current.length === 0) resolve();
      else worker.postMessage(current);
    };
    worker.on('error', reject);
    worker.on('message', (outcomes: readonly WorkerOutcome[]) => {
      const answered = current;
      try {
        // The worker goes on while its answer is taken in here.
        send();
        outcomes.forEach(({ hash, json }, index) => {
          const file = answered[index];
          if (file) take(file, JSON.parse(json) as ExaminedDocument, hash === '' ? undefined : { stamp: file.stamp, hash, json });
        });
      } catch (error) {
        reject(error);
      }
    });
    send();
  });
}
