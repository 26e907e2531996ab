import type { MapTarget } from '../../map/types.js';

/** What a link of the panel leads to, as its address: nothing is loaded from there, the editor is asked to open it. */
export function hrefOf(target: MapTarget): string {
  return `#${encodeURIComponent(JSON.stringify(target))}`;
}

/** The target of such an address; undefined for any other. */
export function targetOf(href: string): MapTarget | undefined {
  try {
    const target: unknown = JSON.parse(decodeURIComponent(href.replace(/^#/, '')));
    return typeof target === 'object' && target !== null && 'kind' in target ? (target as MapTarget) : undefined;
  } catch {
    return undefined;
  }
}
