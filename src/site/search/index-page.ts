import type { FoundSection } from '../body/types.js';
import type { SiteFile } from '../types.js';
import { type DataFile, dataFile, siteFile } from './data-file.js';
import { FIELDS, type Field, gradeOf } from './grade.js';
import { digitOf } from './postings.js';
import { scanWords, Vocabulary } from './scan.js';
import type { IndexedPage, SearchEntry, SectionText } from './types.js';
import { plainQuery } from './words.js';

export type { IndexedPage, SearchEntry };

/** How long a summary is that a result shows, and how much text is put into one file, in characters. */
const LONGEST_SUMMARY = 200;
const TEXT_PER_FILE = 48_000;

/**
 * Indexes one page: made where the page is rendered, in any thread and any order.
 * @returns plain JSON for `mergeIndex`; it still holds the page's text, which `moveTexts` takes out of it
 */
export function indexPage(entry: SearchEntry): IndexedPage {
  const summary = entry.summary ?? '';
  return {
    page: entry.page,
    title: entry.title,
    summary: summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY).replace(/\s+\S*$/, '')}…` : summary,
    typeTitle: entry.typeTitle,
    application: entry.application ?? '',
    ...gradedWords(entry),
    text: entry.sections.map(sectionText),
    ...(entry.explains ? { explains: entry.explains.map(plainQuery) } : {}),
  };
}

function sectionText({ id, heading, text }: FoundSection): SectionText {
  return [id ?? '', heading, text];
}

function gradedWords(entry: SearchEntry): Pick<IndexedPage, 'words' | 'grades'> {
  const vocabulary = new Vocabulary();
  const counts: number[] = [];
  const fields: Field[] = [];
  let length = 0;
  let field: Field = FIELDS.title;
  const count = (word: number) => {
    length++;
    if (word === counts.length) {
      counts.push(1);
      fields.push(field);
    } else counts[word] = (counts[word] ?? 0) + 1;
  };
  // From the best field to the least, so that each word keeps the first that it was met in.
  scanWords(entry.title, vocabulary, count);
  const titleLength = length;
  field = FIELDS.heading;
  for (const { heading } of entry.sections) scanWords(heading, vocabulary, count);
  field = FIELDS.summary;
  if (entry.summary !== undefined) scanWords(entry.summary, vocabulary, count);
  field = FIELDS.text;
  for (const { text } of entry.sections) scanWords(text, vocabulary, count);
  scanWords(`${entry.typeTitle} ${entry.application ?? ''}`, vocabulary, count);
  let grades = '';
  for (let word = 0; word < counts.length; word++) grades += digitOf(gradeOf(fields[word] ?? 0, counts[word] ?? 0, length, titleLength));
  return { words: vocabulary.words.join(' '), grades };
}

/**
 * Takes the texts out of pages, so that they need not be passed on and kept until the last page is there. Done with the
 * pages that one thread renders together; which pages those are must not depend on the number of threads.
 * @returns the pages without their texts, and files of the site with the texts
 */
export function moveTexts(pages: readonly IndexedPage[]): { readonly pages: IndexedPage[]; readonly files: SiteFile[] } {
  const files: SiteFile[] = [];
  const moved: IndexedPage[] = [];
  let group: (readonly SectionText[])[] = [];
  let size = 0;
  let waiting: IndexedPage[] = [];
  const close = () => {
    if (group.length === 0) return;
    const file: DataFile = dataFile('texts', group);
    files.push(siteFile(file));
    moved.push(...waiting.map((page, at) => ({ ...page, text: { file: file.name, at } })));
    [group, waiting, size] = [[], [], 0];
  };
  for (const page of pages) {
    if (!isText(page.text)) {
      moved.push(page);
      continue;
    }
    group.push(page.text);
    waiting.push(page);
    for (const section of page.text) size += section[1].length + section[2].length;
    if (size > TEXT_PER_FILE) close();
  }
  close();
  return { pages: moved, files };
}

function isText(text: IndexedPage['text']): text is readonly SectionText[] {
  return Array.isArray(text);
}
