import type { SectionText } from './types.js';

/** The one global function that the files of the index call with their data. */
export const RECEIVER = 'dmapSearch';

/** The folder of the index, and the file that is read first: the only one whose name is always the same. */
export const FOLDER = 'search';
export const START = 'start';

/** What the first file says: where everything else is. */
export interface StartData {
  readonly pages: number;
  /** The first word of each shard, in order, and the shards' names. */
  readonly firstWords: readonly string[];
  readonly shards: readonly string[];
  /** The file with all words, for what is misspelt; empty where all shards are in the first file. */
  readonly words: string;
  readonly cardsPerFile: number;
  readonly cards: readonly string[];
  readonly synonyms: readonly (readonly [string, string])[];
  /** The pages that only explain what others say, with the queries for which they rank as other pages do. */
  readonly registers: readonly (readonly [page: number, explains: readonly string[]])[];
}

/** A stretch of the vocabulary: words by spaces, and the postings of each by spaces. */
export type ShardData = readonly [words: string, postings: string];

/** What a result shows of a page before its text is there, and where its text is. */
export type CardData = readonly [
  page: string,
  title: string,
  summary: string,
  typeTitle: string,
  application: string,
  textFile: string,
  textAt: number,
];

/** The data of each kind of file. */
export interface DataKinds {
  readonly start: StartData;
  readonly shard: ShardData;
  readonly words: string;
  readonly cards: readonly CardData[];
  readonly texts: readonly (readonly SectionText[])[];
}

/** What has been read of an index. */
export interface Loaded {
  start: StartData | undefined;
  readonly shards: Map<string, ReadonlyMap<string, string>>;
  readonly words: Map<string, readonly string[]>;
  readonly cards: Map<string, readonly CardData[]>;
  readonly texts: Map<string, DataKinds['texts']>;
}

/** An index of which nothing has been read. */
export function nothingLoaded(): Loaded {
  return { start: undefined, shards: new Map(), words: new Map(), cards: new Map(), texts: new Map() };
}

/** Takes in what a file of the index calls `dmapSearch` with. */
export function receive<Kind extends keyof DataKinds>(loaded: Loaded, kind: Kind, name: string, data: DataKinds[Kind]): void {
  if (kind === 'start') loaded.start = data as StartData;
  else if (kind === 'shard') loaded.shards.set(name, shardOf(data as ShardData));
  else if (kind === 'words') loaded.words.set(name, listOf(data as string));
  else if (kind === 'cards') loaded.cards.set(name, data as DataKinds['cards']);
  else if (kind === 'texts') loaded.texts.set(name, data as DataKinds['texts']);
}

function shardOf([words, postings]: ShardData): ReadonlyMap<string, string> {
  const of = listOf(postings);
  return new Map(listOf(words).map((word, index) => [word, of[index] ?? '']));
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
