import { acronymsOf, fullReference, sourceLabel } from '../../core/model/bibliography.js';
import { registerEntries } from '../../core/workspace/register.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { sourceAnchor } from '../addresses.js';
import type { SourceCard } from '../types.js';

/** The sources as the text cites them, by key. */
export function sourceCards(snapshot: WorkspaceSnapshot, evidencePage: string): Record<string, SourceCard> {
  const register = registerEntries(snapshot);
  const acronyms = acronymsOf(snapshot.glossary);
  const cards: Record<string, SourceCard> = {};
  for (const source of snapshot.sources) {
    if (Object.hasOwn(cards, source.id)) continue;
    cards[source.id] = {
      label: sourceLabel(source, acronyms),
      reference: fullReference(register.get(source.id) ?? {}, source),
      href: `${evidencePage}#${sourceAnchor(source.id)}`,
      points: source.points.map((point) => point.id),
    };
  }
  return cards;
}
