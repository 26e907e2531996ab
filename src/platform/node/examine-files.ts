import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ExaminedDocument } from '../../core/lint/examine.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import { examineFile } from '../../core/root/root-settings.js';
import type { LoadedFile } from '../../core/text/source-text.js';
import { type CacheEntry, digest, type FactsCache } from './facts-cache.js';
import type { ListedFile } from './list-files.js';
import type { LoadedSettings, RootRequest } from './load-root.js';
import type { ParserChoice } from './markdown-parser.js';
import { readListed } from './read-file.js';

/** Below this many documents starting a worker costs more than it saves. */
const WORTH_A_WORKER = 250;
const CHUNK = 100;

/** What examining needs beyond the files. */
export interface ExamineRequest {
  readonly request: RootRequest;
  readonly settings: LoadedSettings;
  readonly parser: MarkdownParser;
  readonly parserChoice: ParserChoice;
  /** The files that settings are read from: a worker reads them for itself. */
  readonly settingsFiles: readonly ListedFile[];
  readonly cache: FactsCache | undefined;
  /** How many threads to use besides this one; as many as there are processors to spare where it is not given. */
  readonly workers?: number;
  readonly progress?: (done: number, total: number) => void;
  /** Called between files; throws to stop. */
  readonly throwIfCancelled?: () => void;
}

/** An examined document with its JSON, where somebody has made that already. */
interface Outcome {
  readonly document: ExaminedDocument;
  readonly entry?: CacheEntry;
}

/** Examines the documents of a root: from the cache, with workers, or here; the outcome is the same. */
export async function examineFiles(files: readonly ListedFile[], request: ExamineRequest): Promise<Map<string, ExaminedDocument>> {
  const startedAt = Date.now();
  const outcomes = new Map<string, Outcome>();
  const toRead: ListedFile[] = [];
  for (const file of files) {
    const known = request.cache && fromCache(file, request.cache, request.request.root);
    if (known) outcomes.set(file.path, known);
    else toRead.push(file);
  }
  await examineAll(toRead, request, outcomes, files.length);
  if (request.cache && toRead.length > 0) request.cache.save(entries(files, outcomes), startedAt);
  // In the order of the listing, whatever order the work was done in.
  return new Map(files.flatMap((file) => {
    const outcome = outcomes.get(file.path);
    return outcome ? [[file.path, outcome.document] as const] : [];
  }));
}

function fromCache(file: ListedFile, cache: FactsCache, root: string): Outcome | undefined {
  const known = file.problem ? undefined : cache.get(file.path, file.stamp, file.changedAt);
  if (!known) return undefined;
  if (!known.certain && known.entry.hash !== hashOf(readListed(root, file))) return undefined;
  try {
    return { document: JSON.parse(known.entry.json) as ExaminedDocument, entry: { ...known.entry, stamp: file.stamp } };
  } catch {
    return undefined;
  }
}

function* entries(files: readonly ListedFile[], outcomes: ReadonlyMap<string, Outcome>): Generator<[string, CacheEntry]> {
  for (const file of files) {
    const entry = outcomes.get(file.path)?.entry;
    if (entry) yield [file.path, entry];
  }
}

/** The hash by which a file's text is known again; empty where there is no text. */
export function hashOf(file: LoadedFile): string {
  return 'source' in file ? digest(file.source.text) : '';
}

async function examineAll(files: readonly ListedFile[], request: ExamineRequest, outcomes: Map<string, Outcome>, total: number): Promise<void> {
  const chunks: ListedFile[][] = [];
  for (let start = 0; start < files.length; start += CHUNK) chunks.push(files.slice(start, start + CHUNK));
  const take = () => chunks.shift();
  const done = () => request.progress?.(outcomes.size, total);
  const helpers = files.length < WORTH_A_WORKER ? [] : startWorkers(request);
  try {
    await Promise.all([
      examineHere(take, request, outcomes, done, helpers.length > 0),
      ...helpers.map((worker) => examineThere(worker, take, outcomes, done)),
    ]);
  } finally {
    await Promise.all(helpers.map((worker) => worker.terminate()));
  }
}

function startWorkers(request: ExamineRequest): Worker[] {
  const count = request.workers ?? Math.min(3, availableParallelism() - 1);
  const file = new URL('./worker.js', import.meta.url);
  const workerData: WorkerRequest = { request: request.request, parserChoice: request.parserChoice, settingsFiles: request.settingsFiles };
  return Array.from({ length: Math.max(0, count) }, () => new Worker(file, { workerData }));
}

async function examineHere(
  take: () => ListedFile[] | undefined,
  request: ExamineRequest,
  outcomes: Map<string, Outcome>,
  done: () => void,
  shared: boolean,
): Promise<void> {
  for (let chunk = take(); chunk; chunk = take()) {
    for (const file of chunk) {
      request.throwIfCancelled?.();
      const loaded = request.settings.read(file.path);
      if (loaded) outcomes.set(file.path, examineOne(file, loaded, request));
    }
    done();
    // The workers' messages are only heard when this thread pauses.
    if (shared) await setImmediate();
  }
}

function examineOne(file: ListedFile, loaded: LoadedFile, { settings, parser, cache }: ExamineRequest): Outcome {
  const document = examineFile(loaded, settings.root, parser);
  if (!cache || 'unreadable' in loaded) return { document };
  return { document, entry: { stamp: file.stamp, hash: hashOf(loaded), json: JSON.stringify(document) } };
}

/** What a worker is started with. */
export interface WorkerRequest {
  readonly request: RootRequest;
  readonly parserChoice: ParserChoice;
  readonly settingsFiles: readonly ListedFile[];
}

/** What a worker sends back for one file. */
export interface WorkerOutcome {
  readonly path: string;
  readonly hash: string;
  readonly json: string;
}

function examineThere(worker: Worker, take: () => ListedFile[] | undefined, outcomes: Map<string, Outcome>, done: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const chunk = take();
      if (chunk) worker.postMessage(chunk);
      else resolve();
      return chunk;
    };
    let current = next();
    worker.on('message', (results: readonly WorkerOutcome[]) => {
      const finished = current ?? [];
      current = next();
      results.forEach(({ path, hash, json }, index) => {
        const stamp = finished[index]?.stamp ?? '';
        const document = JSON.parse(json) as ExaminedDocument;
        outcomes.set(path, hash === '' ? { document } : { document, entry: { stamp, hash, json } });
      });
      done();
    });
    worker.on('error', reject);
  });
}
