import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from './write-file.js';

/** File systems keep times in steps of up to two seconds: a file changed so shortly before is looked at again. */
const STEP = 2000;

/** What is kept about one file: its stamp, the hash of its text, and its examined document as JSON. */
export interface CacheEntry {
  readonly stamp: string;
  readonly hash: string;
  readonly json: string;
}

/** The folder for caches of this machine's user. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment['XDG_CACHE_HOME'] || environment['LOCALAPPDATA'] || join(homedir(), '.cache');
  return join(base, 'destination-map');
}

/** A short name for anything. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/**
 * What was learnt about the files of one root, kept between runs.
 *
 * A cache only ever saves work: one that is missing, damaged or from another build is as good as none, and a run
 * gives the same output with it and without.
 */
export class FactsCache {
  /** The bytes of the cache: as one text they would take twice as much where a single character of it is no Latin one. */
  private readonly bytes: Buffer | undefined;
  /** Where the entry of each file begins and ends, behind its path. */
  private readonly places = new Map<string, readonly [start: number, end: number]>();
  private writtenAt = 0;

  /**
   * @param file where it is kept
   * @param key what every entry depends on: build, parser, schemas, rules' options, glossary
   */
  constructor(
    private readonly file: string,
    private readonly key: string,
  ) {
    const bytes = bytesIfThere(file);
    const head = bytes?.toString('utf8', 0, bytes.indexOf('\n')).split(' ') ?? [];
    if (bytes === undefined || head[0] !== key) return;
    this.bytes = bytes;
    this.writtenAt = Number(head[1]);
    for (let start = bytes.indexOf('\n') + 1; start > 0 && start < bytes.length; ) {
      const tab = bytes.indexOf('\t', start);
      const end = bytes.indexOf('\n', start);
      if (tab < 0 || end < 0) return;
      this.places.set(bytes.toString('utf8', start, tab), [tab + 1, end]);
      start = end + 1;
    }
  }

  /** What is known about a file, and whether its stamp alone proves that it is still so. */
  get(path: string, stamp: string, changedAt: number): { entry: CacheEntry; certain: boolean } | undefined {
    const [start, end] = this.places.get(path) ?? [];
    const fields = this.bytes?.toString('utf8', start, end).split('\t');
    if (start === undefined || fields?.length !== 3) return undefined;
    const entry = { stamp: fields[0] ?? '', hash: fields[1] ?? '', json: fields[2] ?? '' };
    return { entry, certain: entry.stamp === stamp && changedAt < this.writtenAt - STEP };
  }

  /** Begins the cache that takes this one's place, of what is known after this run. */
  successor(startedAt: number): CacheWriter {
    return new CacheWriter(this.file, `${this.key} ${startedAt}\n`);
  }
}

/** How much is gathered before it is written, in characters. */
const BATCH = 1 << 20;

/** Writes a cache bit by bit, so that it is never in memory whole; it counts only once it is closed. */
export class CacheWriter {
  private readonly draft: string;
  /** Undefined where it cannot be written: then the next run does the work again. */
  private descriptor: number | undefined;
  private pending: string[] = [];
  private length = 0;

  constructor(
    private readonly file: string,
    head: string,
  ) {
    this.draft = draftOf(file);
    this.attempt(() => {
      makeFolder(dirname(file));
      this.descriptor = openSync(this.draft, 'w');
    });
    this.add(head);
  }

  put(path: string, { stamp, hash, json }: CacheEntry): void {
    if (!/[\t\n]/.test(path)) this.add(`${path}\t${stamp}\t${hash}\t${json}\n`);
  }

  /** Puts the cache in the place of the one before. */
  close(): void {
    this.flush();
    if (this.descriptor === undefined) return;
    this.attempt((descriptor) => {
      closeSync(descriptor);
      renameSync(this.draft, this.file);
    });
  }

  /** Leaves the cache before as it was. */
  abandon(): void {
    this.attempt(() => {
      throw new Error('abandoned');
    });
  }

  private add(text: string): void {
    this.pending.push(text);
    this.length += text.length;
    if (this.length > BATCH) this.flush();
  }

  private flush(): void {
    const text = this.pending.join('');
    this.pending = [];
    this.length = 0;
    this.attempt((descriptor) => writeSync(descriptor, text));
  }

  /** A cache of which one part cannot be written is given up whole. */
  private attempt(write: (descriptor: number) => void): void {
    const { descriptor = -1 } = this;
    try {
      write(descriptor);
    } catch {
      this.descriptor = undefined;
      quietly(() => closeSync(descriptor));
      quietly(() => rmSync(this.draft, { force: true }));
    }
  }
}

/** The diagnostics of a run on files that have not changed since, kept between runs. */
export const resultCache = {
  /** The value of the last run under the same key. */
  read(file: string, key: string): unknown {
    const text = readIfThere(file);
    if (text === undefined || !text.startsWith(`${key}\n`)) return undefined;
    try {
      return JSON.parse(text.slice(key.length + 1));
    } catch {
      return undefined;
    }
  },
  /** Keeps a value, unless a file changed so shortly before that another change could hide behind the same stamp. */
  write(file: string, key: string, value: unknown, lastChange: number, startedAt: number): void {
    if (lastChange < startedAt - STEP) writeWhole(file, `${key}\n${JSON.stringify(value)}`);
  },
};

function readIfThere(file: string): string | undefined {
  return bytesIfThere(file)?.toString('utf8');
}

function bytesIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a file so that nobody ever reads half of it. */
function writeWhole(file: string, text: string): void {
  const draft = draftOf(file);
  quietly(() => {
    makeFolder(dirname(file));
    writeFileSync(draft, text);
    renameSync(draft, file);
  });
  quietly(() => rmSync(draft, { force: true }));
}

/** A name beside a file that no other run has. */
function draftOf(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}`;
}

/** A cache that cannot be written is no reason to fail. */
function quietly(write: () => void): void {
  try {
    write();
  } catch {
    // The next run does the work again.
  }
}
