import type { DocumentFacts, Reference, WikiReference } from '../../core/facts/types.js';
import type { Annotation } from '../../core/schema/annotations.js';
import { compare } from '../../core/text/compare.js';
import { keptByRoot } from '../../core/workspace/kept-index.js';
import { foldName, wikiNames } from '../../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import type { Named } from '../targets/target.js';

/** Documents by the names that they use, of whatever they may mean by them: only those have to be looked at for references. */
const byNameUsed = keptByRoot((facts) => [...namesUsed(facts)]);

/** Makes ready what the first question for references needs, while nobody waits for it. */
export function prepareReferences(snapshot: WorkspaceSnapshot): void {
  byNameUsed(snapshot);
}

/**
 * The names by which a document can refer to something, for asking of thousands of documents which of their references
 * use one. No reference's name is put together that nobody asks for: there are hundreds of thousands.
 */
export class ReferringNames {
  private readonly names: ReadonlySet<string>;
  /** What is written in a field or a citation, of names that are written there as they are. */
  private readonly inFields: ReadonlySet<string>;
  private readonly inCitations: ReadonlySet<string>;
  /** The kinds of reference that such a name can be in. */
  private readonly kinds: ReadonlySet<string>;

  /** @param named what is referred to */
  constructor(named: Named, snapshot: WorkspaceSnapshot) {
    const names = namesFor(named, snapshot);
    this.names = new Set(names);
    const written = (kind: string) => new Set(names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length)));
    this.inFields = written('field:');
    this.inCitations = written('source:');
    this.kinds = new Set(names.map((name) => name.slice(0, name.indexOf(':'))));
  }

  /** Whether a reference of a text uses one of the names. */
  areIn(reference: Reference): boolean {
    if (reference.via === 'citation') return this.inCitations.has(reference.source);
    return this.kinds.has(reference.via === 'wiki-link' ? 'wiki' : 'file') && this.names.has(nameInReference(reference));
  }

  /** Whether a field does. */
  areInField(annotation: Annotation, facts: DocumentFacts): boolean {
    if (annotation.kind === 'element' || annotation.kind === 'source') return this.inFields.has(annotation.value);
    const kind = annotation.kind === 'section' ? 'own' : 'document';
    return this.kinds.has(kind) && this.names.has(nameInField(annotation, facts));
  }
}

/** The Markdown documents that may refer to something, in the order of their paths. */
export function possibleReferrers(named: Named, snapshot: WorkspaceSnapshot): readonly DocumentFacts[] {
  // Facts say nothing about words: those are in every text.
  if (named.kind === 'term') return snapshot.markdown;
  const index = byNameUsed(snapshot);
  const lists = namesFor(named, snapshot).map((name) => index.get(name));
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  return [...new Set(filled.flat())].sort((a, b) => compare(a.path, b.path));
}

/** The wiki links of a name, as `foldName` has it, in the order of the paths; whatever they lead to. */
export function wikiLinksNamed(name: string, snapshot: WorkspaceSnapshot): { facts: DocumentFacts; reference: WikiReference }[] {
  return byNameUsed(snapshot)
    .get(`wiki:${name}`)
    .flatMap((facts) => {
      const references = facts.references.filter((one) => one.via === 'wiki-link' && foldName(one.target) === name);
      return references.map((reference) => ({ facts, reference: reference as WikiReference }));
    });
}

/** Every name by which a document can refer to something. */
function namesFor(named: Named, snapshot: WorkspaceSnapshot): string[] {
  switch (named.kind) {
    case 'framework':
      return [`field:${named.framework.key}`];
    case 'element': {
      const { key, number, parts } = named.element;
      const numbers = number === undefined ? [] : [number, ...parts.map((part) => `${number}${part.label}`)];
      return [`field:${key}`, `wiki:${foldName(key)}`, ...numbers.flatMap((one) => [`field:${one}`, `mention:${one.toLowerCase()}`])];
    }
    case 'source':
    case 'point':
      return [`field:${named.source.id}`, `source:${named.source.id}`];
    case 'application':
      return [`document:${foldName(named.application.key)}`, ...fileNames(named.application.path, snapshot)];
    case 'term':
      return [];
    default:
      return fileNames(named.path, snapshot);
  }
}

function fileNames(path: string, snapshot: WorkspaceSnapshot): string[] {
  const names = [`file:${path.toLowerCase()}`];
  if (path === 'index.md' || path.endsWith('/index.md')) names.push(`file:${path.slice(0, -'/index.md'.length).toLowerCase()}`);
  const facts = snapshot.facts(path);
  if (facts?.format !== 'markdown') return [...names, `wiki:${foldName(path)}`];
  const subject = subjectElement(facts, snapshot);
  const wiki = [...wikiNames(facts), ...(subject ? [foldName(subject.key)] : [])];
  return [...names, `own:${path}`, ...wiki.flatMap((name) => [`wiki:${name}`, `document:${name}`])];
}

/** The names that a document uses. */
function namesUsed(facts: DocumentFacts): Set<string> {
  const names = new Set<string>();
  for (const reference of facts.references) names.add(nameInReference(reference));
  for (const { number } of facts.mentions) names.add(`mention:${number.toLowerCase()}`);
  for (const annotation of facts.fields.state === 'parsed' ? facts.fields.annotations : []) names.add(nameInField(annotation, facts));
  names.delete('');
  return names;
}

/** The name that a reference uses; empty where it leads out of the root. */
function nameInReference(reference: Reference): string {
  if (reference.via === 'citation') return `source:${reference.source}`;
  if (reference.via === 'wiki-link') return `wiki:${foldName(reference.target)}`;
  return reference.path === undefined ? '' : `file:${reference.path.toLowerCase()}`;
}

/** The name that a field uses; empty where it is none. */
function nameInField(annotation: Annotation, { path }: DocumentFacts): string {
  switch (annotation.kind) {
    case 'element':
    case 'source':
      return `field:${annotation.value}`;
    case 'document':
      return `document:${foldName(annotation.value)}`;
    case 'section':
      return `own:${path}`;
    default:
      return '';
  }
}
