import type { DocumentFacts, Reference, WikiReference } from '../../core/facts/types.js';
import type { Annotation } from '../../core/schema/annotations.js';
import type { TypeRegistry } from '../../core/schema/registry.js';
import { foldName, wikiNames } from '../../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import type { Named } from '../targets/target.js';

/** Which documents use a name, of whatever they may mean by it: only those have to be looked at for references. */
class ReferenceIndex {
  private readonly known = new Map<string, DocumentFacts>();
  private readonly users = new Map<string, Set<string>>();
  private last: WorkspaceSnapshot | undefined;

  /** Takes in what is different in a snapshot; the facts of documents that did not change are the same value. */
  update(snapshot: WorkspaceSnapshot): void {
    if (this.last === snapshot) return;
    this.last = snapshot;
    const { markdown } = snapshot;
    for (const facts of markdown) {
      const before = this.known.get(facts.path);
      if (before === facts) continue;
      if (before) this.remove(before);
      this.add(facts);
    }
    if (this.known.size === markdown.length) return;
    for (const [path, facts] of this.known) if (snapshot.facts(path)?.format !== 'markdown') this.remove(facts);
  }

  usersOf(name: string): Iterable<string> {
    return this.users.get(name) ?? [];
  }

  private add(facts: DocumentFacts): void {
    this.known.set(facts.path, facts);
    for (const name of namesUsed(facts)) {
      const same = this.users.get(name);
      if (same) same.add(facts.path);
      else this.users.set(name, new Set([facts.path]));
    }
  }

  private remove(facts: DocumentFacts): void {
    this.known.delete(facts.path);
    for (const name of namesUsed(facts)) {
      const same = this.users.get(name);
      same?.delete(facts.path);
      if (same?.size === 0) this.users.delete(name);
    }
  }
}

/** By the types of a root, which stay the same value while its documents change. */
const indexes = new WeakMap<TypeRegistry, ReferenceIndex>();

/** The Markdown documents that may refer to something, in the order of their paths. */
export function possibleReferrers(named: Named, snapshot: WorkspaceSnapshot): readonly DocumentFacts[] {
  // Facts say nothing about words: those are in every text.
  if (named.kind === 'term') return snapshot.markdown;
  const index = indexOf(snapshot);
  const paths = new Set<string>();
  for (const name of namesFor(named, snapshot)) for (const path of index.usersOf(name)) paths.add(path);
  return [...paths].sort().flatMap((path) => snapshot.facts(path) ?? []);
}

/** The wiki links of a name, as `foldName` has it, in the order of the paths; whatever they lead to. */
export function wikiLinksNamed(name: string, snapshot: WorkspaceSnapshot): { facts: DocumentFacts; reference: WikiReference }[] {
  return [...indexOf(snapshot).usersOf(`wiki:${name}`)].sort().flatMap((path) => {
    const facts = snapshot.facts(path);
    const references = facts?.references.filter((one) => one.via === 'wiki-link' && foldName(one.target) === name) ?? [];
    return facts ? references.map((reference) => ({ facts, reference: reference as WikiReference })) : [];
  });
}

function indexOf(snapshot: WorkspaceSnapshot): ReferenceIndex {
  let index = indexes.get(snapshot.types);
  if (!index) {
    index = new ReferenceIndex();
    indexes.set(snapshot.types, index);
  }
  index.update(snapshot);
  return index;
}

/** Every name by which a document can refer to something. */
export function namesFor(named: Named, snapshot: WorkspaceSnapshot): string[] {
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
export function nameInReference(reference: Reference): string {
  if (reference.via === 'citation') return `source:${reference.source}`;
  if (reference.via === 'wiki-link') return `wiki:${foldName(reference.target)}`;
  return reference.path === undefined ? '' : `file:${reference.path.toLowerCase()}`;
}

/** The name that a field uses; empty where it is none. */
export function nameInField(annotation: Annotation, { path }: DocumentFacts): string {
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
