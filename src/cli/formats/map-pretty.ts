import { mapText, type TextLine } from '../../map/text.js';
import type { DestinationMapView } from '../../map/types.js';
import type { Terminal } from '../terminal.js';
import { visible } from './visible.js';
import { hanging } from './wrap.js';

/** The map for people at a terminal, view by view. */
export function mapPretty(views: readonly DestinationMapView[], { colours, width }: Pick<Terminal, 'colours' | 'width'>): string {
  const shown = ({ kind, head, text }: TextLine) => {
    const lines = hanging(visible(head), visible(text), width);
    if (kind === 'title') return `${colours.bold(lines)}\n`;
    return kind === 'heading' ? `\n${colours.bold(lines)}\n` : `${lines}\n`;
  };
  return views.map((view) => mapText(view).map(shown).join('')).join('\n');
}
