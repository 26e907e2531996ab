import { descriptionOf } from '../description.js';
import { tag, textOf } from '../markup.js';
import type { DestinationMapView } from '../types.js';

/** The long description as HTML, with headings of a level that fits the page. */
export function descriptionHtml(view: DestinationMapView, { level = 3 }: { readonly level?: 2 | 3 | 4 } = {}): string {
  return descriptionOf(view)
    .map(({ heading, sentences, items }) => {
      const paragraphs = sentences.length > 0 ? tag('p', {}, textOf(sentences.join(' '))) : '';
      const list = items.length > 0 ? tag('ul', {}, ...items.map((item) => tag('li', {}, textOf(item)))) : '';
      return tag(`h${level}`, {}, textOf(heading)) + paragraphs + list;
    })
    .join('');
}
