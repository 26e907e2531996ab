import { wrapText } from '../layout/measure.js';
import { tag, textOf } from '../markup.js';
import type { DestinationMapView, MapRelation } from '../types.js';
import { sentence } from '../words.js';
import { textLines } from './parts.js';

const WIDTH = 320;
const BOX = 280;
const SIZE = 15;
const LINE = SIZE * 1.25;
const PADDING = 13;
const ARROW = 34;

/**
 * The framework's flows – in the Destination Map the two strands of the influence model – as small diagrams, one
 * beneath or beside the other as the page allows; '' where it has none.
 */
export function influenceDiagrams(view: DestinationMapView, { idPrefix }: { readonly idPrefix: string }): string {
  const flows = view.framework.relations.filter(({ kind, steps }) => kind === 'flow' && steps.length > 0);
  if (flows.length === 0) return '';
  return tag('div', { class: 'dm-flows' }, ...flows.map((flow, index) => figure(flow, `${idPrefix}-flow-${index}`)));
}

function figure(flow: MapRelation, id: string): string {
  const about = flow.description === undefined ? '' : tag('p', { class: 'dm-facts' }, textOf(sentence(flow.description)));
  return tag('figure', { class: 'dm-flow-figure' }, flowSvg(flow, id), tag('figcaption', {}, tag('strong', {}, textOf(flow.title)), about));
}

function flowSvg({ title, steps }: MapRelation, id: string): string {
  const boxes = stacked(steps);
  const height = boxes.reduce((bottom, box) => Math.max(bottom, box.y + box.height), 0) + 2;
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'dm-svg dm-flow',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
    },
    tag('title', { id: `${id}-title` }, textOf(title)),
    tag('desc', { id: `${id}-desc` }, textOf(`${steps.join(', then ')}.`)),
    ...boxes.map((box, index) => stepSvg(box, index < boxes.length - 1)),
  );
}

interface Step {
  readonly lines: readonly string[];
  readonly y: number;
  readonly height: number;
}

function stacked(steps: readonly string[]): Step[] {
  let y = 2;
  return steps.map((step) => {
    const lines = wrapText(step, BOX - 2 * PADDING, { size: SIZE });
    const height = lines.length * LINE + 2 * PADDING;
    const box = { lines, y, height };
    y += height + ARROW;
    return box;
  });
}

function stepSvg({ lines, y, height }: Step, hasNext: boolean): string {
  const x = (WIDTH - BOX) / 2;
  const middle = WIDTH / 2;
  const box = { x, y: y + PADDING, width: BOX, height: height - 2 * PADDING };
  const text = textLines({ lines, box, anchor: 'middle', size: SIZE, lineHeight: LINE }, 'dm-label');
  const from = y + height + 4;
  const to = y + height + ARROW - 3;
  const arrow = hasNext
    ? tag('path', { class: 'dm-arrow', d: `M${middle} ${from}V${to - 8}`, 'stroke-width': 2.5 }) +
      tag('path', { class: 'dm-arrow-head', d: `M${middle - 6} ${to - 9}H${middle + 6}L${middle} ${to}Z` })
    : '';
  return tag('rect', { class: 'dm-step', x, y, width: BOX, height, rx: 4 }) + text + arrow;
}
