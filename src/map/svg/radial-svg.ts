import { describeMap } from '../description.js';
import { breakpointFor } from '../layout/breakpoints.js';
import { type CompactLayout, compactLayout } from '../layout/compact.js';
import type { Middle } from '../layout/domains.js';
import { type TextStyle, wrapText } from '../layout/measure.js';
import type { PlacedCriterion } from '../layout/placed-criterion.js';
import { servedLines } from '../layout/served-lines.js';
import { type Axes, hasCycle, type WideLayout, wideLayout } from '../layout/wide.js';
import { rounded, tag, textOf } from '../markup.js';
import { mapStyles } from '../styles.js';
import type { DestinationMapView } from '../types.js';
import { provenance, summary, viewTitle } from '../words.js';
import { criterionSvg, type DrawnLine } from './criterion-svg.js';
import { middleSvg } from './middle-svg.js';
import { type Drawing, ellipsePath, textLines } from './parts.js';

/**
 * The radial map.
 *
 * As `interactive` it is HTML: two drawings, one with every name and one for narrow places, of which the map's styles show the
 * one that fits; each shape is a link. As `image` it is one SVG file that stands alone, with its styles inside, for
 * printing and exports: a single picture with a long description.
 * @param options `idPrefix` begins every id, so that several maps can be on one page
 */
export function radialMap(view: DestinationMapView, options: Drawing): string {
  const wide = wideLayout(view);
  if (options.variant === 'image') return wideSvg(view, wide, options);
  const least = breakpointFor(2 * wide.half.x);
  return tag(
    'div',
    { class: 'dm-radial' },
    tag('div', { class: `dm-wide dm-from-${least}` }, wideSvg(view, wide, { ...options, idPrefix: `${options.idPrefix}-w` })),
    tag('div', { class: `dm-compact dm-to-${least}` }, compactSvg(view, { ...options, idPrefix: `${options.idPrefix}-c` })),
  );
}

function wideSvg(view: DestinationMapView, layout: WideLayout, drawing: Drawing): string {
  const { half, middle, criteria, frame } = layout;
  const foot = drawing.variant === 'image' ? footLines(view, 2 * half.x) : [];
  const height = foot.length === 0 ? 2 * half.y : half.y + frame.y + foot.length * FOOT_LINE + 1.5 * FOOT_GAP;
  return root(view, drawing, { viewBox: [-half.x, -half.y, 2 * half.x, height], width: 2 * half.x }, [
    frameSvg(view, layout, drawing.idPrefix),
    middleSvg(middle, view, drawing, hasCycle(view)),
    ...criteria.map((criterion) => criterionSvg(criterion, drawnLines(criterion, middle), view, drawing)),
    foot.length === 0 ? '' : footSvg(foot, { x: half.x, y: frame.y }),
  ]);
}

const FOOT: TextStyle = { size: 15 };
const FOOT_LINE = 20;
const FOOT_GAP = 18;

/** What a picture says of itself, since it may be taken away from where it is explained. */
function footLines(view: DestinationMapView, width: number): string[] {
  return provenance(view).flatMap((text) => wrapText(text, width - 24, FOOT));
}

function footSvg(lines: readonly string[], { x, y }: Axes): string {
  const box = { x: -x + 12, y: y + FOOT_GAP, width: 2 * x - 24, height: lines.length * FOOT_LINE };
  return textLines({ lines, box, anchor: 'start', size: FOOT.size, lineHeight: FOOT_LINE }, 'dm-note');
}

function drawnLines(criterion: PlacedCriterion, middle: Middle): DrawnLine[] {
  return servedLines(criterion, middle).map((line) => ({ ...line, index: middle.domains.indexOf(line.domain) }));
}

/** The outer ring with its name on its upper side. */
function frameSvg({ framework }: DestinationMapView, { frame }: WideLayout, idPrefix: string): string {
  const ring = tag('ellipse', { class: 'dm-frame', cx: 0, cy: 0, rx: frame.x, ry: frame.y });
  if (framework.frame === undefined) return ring;
  const id = `${idPrefix}-frame`;
  const guide = tag('path', { id, class: 'dm-guide', d: ellipsePath(frame.x + 9, frame.y + 9, -Math.PI * 0.98, -Math.PI * 0.02) });
  const along = tag('textPath', { href: `#${id}`, startOffset: '50%' }, textOf(framework.frame));
  return ring + guide + tag('text', { class: 'dm-frame-text', 'text-anchor': 'middle', 'font-size': 17 }, along);
}

function compactSvg(view: DestinationMapView, drawing: Drawing): string {
  const layout = compactLayout(view);
  const { width, top, bottom, middle, criteria } = layout;
  return root(view, drawing, { viewBox: [-width / 2, top, width, bottom - top], width: width * 1.5 }, [
    compactFrame(layout),
    middleSvg(middle, view, drawing, hasCycle(view)),
    ...criteria.map((criterion) => criterionSvg(criterion, [], view, drawing)),
  ]);
}

/** On small screens the frame is a rounded rectangle, since a ring would take a third of the width. */
function compactFrame({ width, top, bottom, frame, frameStyle: { size } }: CompactLayout): string {
  const head = frame.length * size * 1.25;
  const lines = frame.map((line, index) => tag('tspan', { x: 0, y: top + 2 + (index + 0.8) * size * 1.25 }, textOf(`${line} `)));
  return (
    tag('rect', { class: 'dm-frame', x: -width / 2 + 2, y: top + head + 2, width: width - 4, height: bottom - top - head - 4, rx: 16 }) +
    tag('text', { class: 'dm-frame-text', 'text-anchor': 'middle', 'font-size': size }, ...lines)
  );
}

interface Canvas {
  readonly viewBox: readonly number[];
  readonly width: number;
}

function root(
  view: DestinationMapView,
  { variant, idPrefix, styledByPage, paper }: Drawing,
  { viewBox, width }: Canvas,
  content: readonly string[],
): string {
  const [, , across = 1, down = 1] = viewBox;
  const image = variant === 'image';
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: image ? 'dm-map dm-svg dm-image' : 'dm-svg',
      viewBox: viewBox.map(rounded).join(' '),
      width: Math.round(width),
      height: Math.round((width * down) / across),
      role: image ? 'img' : 'group',
      'aria-labelledby': `${idPrefix}-title`,
      'aria-describedby': `${idPrefix}-desc`,
    },
    tag('title', { id: `${idPrefix}-title` }, textOf(`Map of ${viewTitle(view)}`)),
    tag('desc', { id: `${idPrefix}-desc` }, textOf(image ? describeMap(view) : summary(view))),
    image && styledByPage !== true ? `<style>${mapStyles(paper === true ? 'paper' : 'image')}</style>` : '',
    defs(idPrefix),
    ...content,
  );
}

function defs(idPrefix: string): string {
  const line = tag('path', { class: 'dm-hatch', d: 'M0 7L7 0M-2 2L2 -2M5 9L9 5' });
  const pattern = tag('pattern', { id: `${idPrefix}-hatch`, width: 7, height: 7, patternUnits: 'userSpaceOnUse' }, line);
  return tag('defs', {}, pattern);
}
