import { type DataKinds, type Loaded, nothingLoaded, receive } from '../../../../src/site/search/data.js';
import { indexPage } from '../../../../src/site/search/index-page.js';
import { type IndexOptions, mergeIndex } from '../../../../src/site/search/merge-index.js';
import { type SearchAnswer, search } from '../../../../src/site/search/query.js';
import type { SearchEntry } from '../../../../src/site/search/types.js';

/** A page of a test: what is not said of it is empty. */
export function page(name: string, about: Partial<SearchEntry> & { readonly text?: string } = {}): SearchEntry {
  const { text, ...rest } = about;
  const sections = text === undefined ? [] : [{ id: 'text', depth: 2, heading: 'What to do', text }];
  return { page: `${name}.html`, title: name, typeTitle: 'Guidance', sections, ...rest };
}

/** The files of an index by their paths. */
export function filesOf(pages: readonly SearchEntry[], options?: IndexOptions): Map<string, string> {
  return new Map([...mergeIndex(pages.map(indexPage), options)].map(({ path, content }) => [path, String(content)]));
}

/** An answer, with the files that had to be read for it. */
export interface Asked extends SearchAnswer {
  readonly read: readonly string[];
}

/** Asks an index as a page does: reads its first file, and then what each answer misses. */
export function ask(files: ReadonlyMap<string, string>, text: string, { limit = 10, typing = true } = {}): Asked {
  const loaded = nothingLoaded();
  const read: string[] = [];
  const load = (names: readonly string[]) => {
    for (const name of names) {
      read.push(name);
      run(files.get(`search/${name}.js`) ?? `throw new Error('${name} is not there')`, loaded);
    }
  };
  load(['start']);
  const answerNow = () => search(text, loaded, limit, typing);
  let answer = answerNow();
  for (; answer.missing.length > 0; answer = answerNow()) load(answer.missing);
  load(answer.missingTexts);
  return { ...answerNow(), read };
}

/** Runs a file of an index as a browser would, as a script. */
function run(script: string, loaded: Loaded): void {
  const call = (kind: keyof DataKinds, name: string, data: DataKinds[keyof DataKinds]) => receive(loaded, kind, name, data);
  new Function('dmapSearch', script)(call);
}

/** The pages that an answer found, in order. */
export function pagesOf(answer: SearchAnswer): string[] {
  return answer.hits.map((hit) => hit.page.replace(/\.html$/, ''));
}
