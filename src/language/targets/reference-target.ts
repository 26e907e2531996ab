import type { CitationReference, DocumentFacts, LinkReference, Mention, Reference, WikiReference } from '../../core/facts/types.js';
import { findElement } from '../../core/model/framework.js';
import type { Source } from '../../core/model/sources.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { wikiHeading, wikiTarget } from '../../core/workspace/wiki-target.js';
import type { Named } from './target.js';

/** What a link, wiki link or citation of a document leads to; undefined where it leads nowhere, or out of the root. */
export function referenced(reference: Reference, from: DocumentFacts, snapshot: WorkspaceSnapshot): Named | undefined {
  switch (reference.via) {
    case 'citation': {
      const source = snapshot.sourcesById.get(reference.source);
      return source && { kind: 'source', source };
    }
    case 'wiki-link':
      return wikiNamed(reference, from, snapshot);
    default:
      return linked(reference, snapshot);
  }
}

function linked({ path, fragment, via }: LinkReference, snapshot: WorkspaceSnapshot): Named | undefined {
  const file = path === undefined ? undefined : fileAt(path, snapshot);
  if (file === undefined) return undefined;
  const facts = via === 'link' ? snapshot.facts(file) : undefined;
  if (facts?.format !== 'markdown') return { kind: 'file', path: file };
  const heading = fragment === undefined ? undefined : facts.headings.find(({ slug }) => slug === fragment);
  return heading ? { kind: 'heading', path: file, heading } : { kind: 'document', path: file };
}

/** The file that the path of a link leads to: itself, a folder's index, or the one in another letter case. */
export function fileAt(path: string, snapshot: WorkspaceSnapshot): string | undefined {
  const index = path === '' ? 'index.md' : `${path}/index.md`;
  return [path, index].find((file) => snapshot.hasFile(file)) ?? snapshot.fileInOtherCase(path);
}

function wikiNamed(reference: WikiReference, from: DocumentFacts, snapshot: WorkspaceSnapshot): Named | undefined {
  const target = wikiTarget(reference.target, from, snapshot);
  if (target.kind === 'element') {
    const framework = snapshot.frameworkOf(from);
    return framework && { kind: 'element', framework, element: target.element };
  }
  if (target.kind === 'document') {
    const { path } = target.facts;
    const heading = reference.heading === undefined ? undefined : wikiHeading(reference.heading, target.facts);
    return heading ? { kind: 'heading', path, heading } : { kind: 'document', path };
  }
  return snapshot.hasFile(reference.target) ? { kind: 'file', path: reference.target } : undefined;
}

/** The criterion that a text names by its number, or by the number and letter of one of its parts. */
export function mentioned({ kind, number }: Mention, from: DocumentFacts, snapshot: WorkspaceSnapshot): Named | undefined {
  const framework = snapshot.frameworkOf(from);
  if (!framework) return undefined;
  const whole = findElement(framework, [kind], number);
  if (whole) return { kind: 'element', framework, element: whole };
  const [, base = '', letter = ''] = /^(\d+)([a-z])$/i.exec(number) ?? [];
  const element = findElement(framework, [kind], base);
  const part = element?.parts.find(({ label }) => label.toLowerCase() === letter.toLowerCase());
  return element && part ? { kind: 'element', framework, element } : undefined;
}

/** What stands between the numbers of points; behind anything else a number is a page, a chapter or the like. */
const BEFORE_POINT = /(?:[,&–—-]|\band|\bpoints?)\s*$/i;

/** The numbers of points that a citation's locator names, each where it is written; a range is its two ends. */
export function pointsWritten({ key, end, points }: CitationReference, source: Source, text: string): (OffsetRange & { id: string })[] {
  const locator = text.slice(key.end, end);
  const from = points.length === 0 ? undefined : /\bpoints?\b/i.exec(locator)?.index;
  if (from === undefined) return [];
  const known = new Set(source.points.map(({ id }) => id));
  return Array.from(locator.slice(from).matchAll(/[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*/g), (match) => {
    const start = key.end + from + match.index;
    return { id: match[0], start, end: start + match[0].length };
  }).filter(({ id, start }) => known.has(id) && BEFORE_POINT.test(text.slice(key.end, start)));
}
