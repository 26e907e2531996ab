import type { Named } from './target.js';

/** Whether two are one thing, though they may come from different snapshots. */
export function isSameNamed(a: Named, b: Named): boolean {
  return a.kind === b.kind && identityOf(a) === identityOf(b);
}

function identityOf(named: Named): string {
  switch (named.kind) {
    case 'framework':
      return named.framework.key;
    case 'element':
      return `${named.framework.key}\n${named.element.kind}\n${named.element.key}`;
    case 'source':
      return named.source.id;
    case 'point':
      return `${named.source.id}\n${named.point.id}`;
    case 'term':
      return named.term.term;
    case 'application':
      return named.application.key;
    case 'heading':
      return `${named.path}\n${named.heading.slug}`;
    default:
      return named.path;
  }
}
