import type { DocumentFacts } from '../../core/facts/types.js';
import { labelled } from '../../core/model/framework.js';
import { titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { labelOf } from '../descriptions/source.js';
import type { SourceFor } from '../language-document.js';
import { definitionPlace } from '../navigation/places.js';
import type { Named } from '../targets/target.js';
import { fitOf } from './fit.js';
import type { SymbolKind, WorkspaceSymbol } from './symbol.js';

/** More than this nobody looks through. */
const MOST = 200;

interface Candidate {
  readonly name: string;
  /** What it can be found by beside its name, such as its key; in small letters. */
  readonly names: string;
  readonly container: string;
  readonly kind: SymbolKind;
  readonly named: Named;
}

/**
 * Documents by their titles, elements of frameworks, sources and terms whose names have the letters of a query in
 * their order; the best fits first.
 */
export function workspaceSymbols(snapshot: WorkspaceSnapshot, query: string, sourceFor: SourceFor): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { candidate: Candidate; fit: number }[] = [];
  for (const candidate of candidates(snapshot)) {
    const fit = fitOf(candidate.names, wanted);
    if (fit !== undefined) found.push({ candidate, fit });
  }
  // Sorting keeps the order of equals, so that it is the same on every machine.
  return found
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST)
    .flatMap(({ candidate: { name, container, kind, named } }) => {
      const place = definitionPlace(named, snapshot, sourceFor);
      return place ? [{ name, container, kind, place }] : [];
    });
}

const known = new WeakMap<DocumentFacts, Candidate>();

function* candidates(snapshot: WorkspaceSnapshot): Generator<Candidate> {
  for (const framework of snapshot.frameworks) {
    for (const element of framework.elements) {
      const name = labelled(element);
      yield {
        name,
        names: `${name} ${element.key}`.toLowerCase(),
        container: framework.title,
        kind: 'element',
        named: { kind: 'element', framework, element },
      };
    }
  }
  for (const source of snapshot.sources) {
    const name = `${labelOf(source, snapshot)}: ${source.title}`;
    const container = snapshot.manifest.sources ?? '';
    yield { name, names: `${name} ${source.id}`.toLowerCase(), container, kind: 'source', named: { kind: 'source', source } };
  }
  for (const term of snapshot.glossary.terms) {
    const container = snapshot.manifest.glossary ?? '';
    yield {
      name: term.term,
      names: `${term.term} ${term.expansion ?? ''}`.toLowerCase(),
      container,
      kind: 'term',
      named: { kind: 'term', term },
    };
  }
  for (const facts of snapshot.markdown) yield documentCandidate(facts);
}

function documentCandidate(facts: DocumentFacts): Candidate {
  let candidate = known.get(facts);
  if (!candidate) {
    const name = titleOf(facts);
    const { path } = facts;
    candidate = { name, names: `${name} ${path}`.toLowerCase(), container: path, kind: 'document', named: { kind: 'document', path } };
    known.set(facts, candidate);
  }
  return candidate;
}
