/**
 * The search index of a site, as classic scripts.
 *
 * It is our own because none of the libraries can be read in parts from `file://`: Pagefind needs modules, `fetch` and
 * WebAssembly; MiniSearch, lunr and FlexSearch are loaded whole, as one JSON that has tens of megabytes at 10,000 documents,
 * and index all of it in one thread. Here each page is indexed where it is rendered, the vocabulary is cut into
 * alphabetical shards, and a query loads those of its own words: a script each.
 */
import { compare } from '../../core/text/compare.js';
import type { SiteFile } from '../types.js';
import { type CardData, FOLDER, START, type StartData } from './data.js';
import { type DataFile, dataFile, scriptOf, siteFile } from './data-file.js';
import { moveTexts } from './index-page.js';
import { encodePostings, valueAt } from './postings.js';
import { scanList, Vocabulary } from './scan.js';
import type { IndexedPage, Synonym, TextPlace } from './types.js';

/** What an index is built with. */
export interface IndexOptions {
  readonly synonyms?: readonly Synonym[];
}

/** How many characters a shard has before the next begins, how many pages' cards a file has, and up to which size all goes into the first file. */
const [SHARD_SIZE, CARDS_PER_FILE, INLINE_SIZE] = [40_000, 64, 200_000] as const;

/** A page as it waits for the last one to come. */
interface WaitingPage {
  readonly card: Pick<IndexedPage, 'page' | 'title' | 'summary' | 'typeTitle' | 'application' | 'text'>;
  readonly words: Int32Array;
  readonly grades: Uint8Array;
  readonly explains: IndexedPage['explains'];
}

/** Pages' words as columns, by word and then by page. */
interface Postings {
  /** Words in order, as numbers of the vocabulary. */
  readonly order: Int32Array;
  /** Where each word's postings begin, by its number. */
  readonly starts: Int32Array;
  readonly pages: Int32Array;
  readonly grades: Uint8Array;
}

/** The files of a site's index; the same whatever order the pages come in. */
export function* mergeIndex(indexed: Iterable<IndexedPage>, options: IndexOptions = {}): Iterable<SiteFile> {
  const vocabulary = new Vocabulary();
  const waiting = Array.from(indexed, (page) => waitingPage(page, vocabulary));
  waiting.sort((a, b) => compare(a.card.page, b.card.page));
  const cards: CardData[] = [];
  yield* movedTexts(waiting, cards);
  const shards = [...shardsOf(vocabulary.words, postingsOf(waiting, vocabulary.words))];
  const cardFiles = groupsOf(cards, CARDS_PER_FILE).map((group) => dataFile('cards', group));
  const files = [...shards.map(({ file }) => file), ...cardFiles];
  const inline = files.reduce((size, { script }) => size + script.length, 0) <= INLINE_SIZE;
  const words = inline ? undefined : dataFile('words', shards.map((shard) => shard.words).join(' '));
  if (words) for (const file of [...files, words]) yield siteFile(file);
  const start: StartData = {
    pages: waiting.length,
    firstWords: shards.map((shard) => shard.firstWord),
    shards: shards.map(({ file }) => file.name),
    words: words?.name ?? '',
    cardsPerFile: CARDS_PER_FILE,
    cards: cardFiles.map(({ name }) => name),
    synonyms: (options.synonyms ?? []).map(({ term, expansion }) => [term, expansion]),
    registers: waiting.flatMap(({ explains }, page) => (explains ? [[page, explains] as const] : [])),
  };
  const script = scriptOf('start', START, JSON.stringify(start)) + (inline ? files.map((file) => file.script).join('') : '');
  yield { path: `${FOLDER}/${START}.js`, content: script };
}

function waitingPage({ words, grades, explains, ...card }: IndexedPage, vocabulary: Vocabulary): WaitingPage {
  const page: WaitingPage = { card, words: new Int32Array(grades.length), grades: new Uint8Array(grades.length), explains };
  let at = 0;
  scanList(words, vocabulary, (word) => {
    page.words[at] = word;
    page.grades[at] = valueAt(grades, at);
    at++;
  });
  return page;
}

/** The files of the texts that are still with their pages; fills in the cards of all pages, in order. */
function* movedTexts(waiting: readonly WaitingPage[], cards: CardData[]): Iterable<SiteFile> {
  for (const group of groupsOf(waiting, CARDS_PER_FILE)) {
    const { pages, files } = moveTexts(group.map(({ card }) => ({ ...card, words: '', grades: '' })));
    yield* files;
    for (const { page, title, summary, typeTitle, application, text } of pages) {
      const { file, at } = text as TextPlace;
      cards.push([page, title, summary, typeTitle, application, file, at]);
    }
  }
}

function postingsOf(waiting: readonly WaitingPage[], words: readonly string[]): Postings {
  const starts = new Int32Array(words.length + 1);
  for (const page of waiting) for (const word of page.words) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  for (let word = 0; word < words.length; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const total = starts[words.length] ?? 0;
  const next = starts.slice();
  const pages = new Int32Array(total);
  const grades = new Uint8Array(total);
  for (const [page, { words: ids, grades: own }] of waiting.entries()) {
    for (let at = 0; at < ids.length; at++) {
      const word = ids[at] ?? 0;
      const place = next[word] ?? 0;
      next[word] = place + 1;
      pages[place] = page;
      grades[place] = own[at] ?? 0;
    }
  }
  const order = Int32Array.from(words.keys()).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  return { order, starts, pages, grades };
}

interface Shard {
  readonly firstWord: string;
  readonly words: string;
  readonly file: DataFile;
}

function* shardsOf(vocabulary: readonly string[], { order, starts, pages, grades }: Postings): Iterable<Shard> {
  let words: string[] = [];
  let postings: string[] = [];
  let size = 0;
  for (const [place, id] of order.entries()) {
    const word = vocabulary[id] ?? '';
    const encoded = encodePostings(pages, grades, starts[id] ?? 0, starts[id + 1] ?? 0);
    words.push(word);
    postings.push(encoded);
    size += word.length + encoded.length + 2;
    if (size < SHARD_SIZE && place < order.length - 1) continue;
    const list = words.join(' ');
    yield { firstWord: words[0] ?? '', words: list, file: dataFile('shard', [list, postings.join(' ')]) };
    [words, postings, size] = [[], [], 0];
  }
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
