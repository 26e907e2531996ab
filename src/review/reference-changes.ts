import { capital, count } from '../core/text/words.js';
import type { NamedPair } from './document-pair.js';
import { documentNameAt } from './names.js';
import { citationsIn, documentReferences } from './references.js';
import type { Comparison } from './revision.js';
import type { Statement } from './statement.js';
import { fewOf } from './words.js';

/** What a document cites no longer, and what it cites besides. */
export function citationChanges({ then, now, name }: NamedPair): Statement[] {
  const [was, is] = [citationsIn(then), citationsIn(now)];
  const lost = [...was].filter((one) => !is.has(one));
  const won = [...is].filter((one) => !was.has(one));
  return [
    ...(lost.length > 0
      ? [
          {
            kind: 'citation-lost' as const,
            text: `${capital(name)} lost ${count(lost.length, 'citation')}: ${fewOf(lost)}.`,
            path: now.path,
          },
        ]
      : []),
    ...(won.length > 0
      ? [
          {
            kind: 'citation-gained' as const,
            text: `${capital(name)} gained ${count(won.length, 'citation')}: ${fewOf(won)}.`,
            path: now.path,
          },
        ]
      : []),
  ];
}

/** The documents that a document links to no longer, and those that it links to besides. */
export function referenceChanges({ then, now, name }: NamedPair, { before, after, pathBefore, pathAfter }: Comparison): Statement[] {
  const was = new Set(documentReferences(then, before.snapshot).map(({ path }) => path));
  const is = new Set(documentReferences(now, after.snapshot).map(({ path }) => path));
  // What is gone altogether is told of the document that is gone.
  const lost = [...was].flatMap((path) => pathAfter.get(path) ?? []).filter((path) => !is.has(path) && path !== now.path);
  const stayed = new Set([...was].map((path) => pathAfter.get(path)));
  const won = [...is].filter((path) => !stayed.has(path));
  const names = (paths: readonly string[]) => fewOf(paths.map((path) => documentNameAt(path, after.snapshot)));
  // Whoever moved it took no link away: to say so would send readers to look for what nobody did.
  const addresses = new Set(now.references.flatMap((reference) => (reference.via === 'link' && reference.path) || []));
  const left = lost.filter((path) => pathBefore.get(path) !== path && addresses.has(pathBefore.get(path) ?? ''));
  const taken = lost.filter((path) => !left.includes(path));
  const leading = (paths: readonly string[]) =>
    paths.length === 1 ? 'was moved, and the link to it leads' : 'were moved, and the links to them lead';
  return [
    ...(left.length > 0
      ? [{ kind: 'reference-lost' as const, text: `${capital(names(left))} ${leading(left)} nowhere in ${name}.`, path: now.path }]
      : []),
    ...(taken.length > 0
      ? [{ kind: 'reference-lost' as const, text: `${capital(name)} no longer links to ${names(taken)}.`, path: now.path }]
      : []),
    ...(won.length > 0
      ? [{ kind: 'reference-gained' as const, text: `${capital(name)} links to ${names(won)} now.`, path: now.path }]
      : []),
  ];
}
