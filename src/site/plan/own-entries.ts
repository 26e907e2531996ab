import { type ElementKind, elementsOf, KIND_NAMES, labelled } from '../../core/model/framework.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { documentsAbout } from '../../core/workspace/subjects.js';
import { textAt, valueAt } from '../../core/yaml/value.js';
import { elementPage, sourceAnchor, termAnchor } from '../addresses.js';
import type { SearchEntry } from '../search/types.js';
import type { MadeFrom } from './made-from.js';

/** What a search finds beside the documents: elements of the frameworks, terms and sources. */
export function ownEntries(from: Pick<MadeFrom, 'index'>): SearchEntry[] {
  return [...elementEntries(from), ...glossaryEntry(from), ...evidenceEntry(from)];
}

const KINDS = Object.keys(KIND_NAMES) as ElementKind[];

/** The elements that no document of their own explains: the others are found by theirs. */
function elementEntries({ index }: Pick<MadeFrom, 'index'>): SearchEntry[] {
  const { snapshot } = index;
  return snapshot.frameworks.flatMap((framework) => {
    const facts = snapshot.facts(framework.path);
    const fields = facts ? fieldsOf(facts) : {};
    return KINDS.flatMap((kind) =>
      elementsOf(framework, kind)
        .filter((element) => !documentsAbout(element, framework, snapshot).some(({ path }) => index.has(path)))
        .map((element) => ({
          page: elementPage(framework.key, kind, element.key),
          title: labelled(element),
          typeTitle: `${framework.title}, ${KIND_NAMES[kind]}`,
          summary: textAt(valueAt(fields, element.field), 'description'),
          sections: [],
        })),
    );
  });
}

/** Each term is a section of the glossary, so that a search leads to the term itself. */
function glossaryEntry({ index }: Pick<MadeFrom, 'index'>): SearchEntry[] {
  const { terms } = index.snapshot.glossary;
  if (terms.length === 0) return [];
  const sections = terms.map(({ term, expansion, meaning }) => ({
    id: termAnchor(term),
    depth: 2,
    heading: term,
    text: [expansion, meaning].filter((part) => part !== undefined).join('. '),
  }));
  // Terms that are only there for their spelling explain nothing.
  const explained = terms.filter(({ expansion, meaning }) => expansion !== undefined || meaning !== undefined);
  const explains = ['Glossary', ...explained.map(({ term }) => term)];
  return [{ page: index.own.glossary, title: 'Glossary', typeTitle: 'Terms', sections, explains }];
}

function evidenceEntry({ index }: Pick<MadeFrom, 'index'>): SearchEntry[] {
  const { sources } = index.snapshot;
  if (sources.length === 0) return [];
  const sections = sources.map((source) => ({
    id: sourceAnchor(source.id),
    depth: 2,
    heading: source.title,
    text: [...source.authors, ...source.points.map(({ says }) => says)].join(' '),
  }));
  return [{ page: index.own.evidence, title: 'Evidence', typeTitle: 'Sources', sections, explains: ['Evidence'] }];
}
