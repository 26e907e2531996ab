import { count } from '../../core/text/words.js';
import type { Middle, PlacedBand, PlacedDomain } from '../layout/domains.js';
import { type Circle, distance, type Point, polar } from '../layout/geometry.js';
import { idOf, rounded, tag, textOf } from '../markup.js';
import type { DestinationMapView } from '../types.js';

import { arcPath, at, type Drawing, domainClass, focusRings, shape, textLines } from './parts.js';

/** Hub and cycle first, then each core domain with its knowledge domain: the order in which they are read. */
export function middleSvg(middle: Middle, view: DestinationMapView, drawing: Drawing, cycle: boolean): string {
  return [
    hubSvg(middle, view, drawing),
    cycle ? cycleSvg(middle) : '',
    ...middle.domains.map((domain, index) => domainSvg(domain, index, middle.hubOuter, view, drawing)),
  ].join('');
}

function hubSvg({ hub }: Middle, view: DestinationMapView, drawing: Drawing): string {
  // On small screens the hub's name stands below the domains.
  const inside = hub.label.box.y < hub.r;
  return shape(
    drawing,
    { kind: 'hub', key: view.framework.key },
    `${view.framework.hub}: centre of the ${view.framework.title}`,
    { class: 'dm-hub' },
    tag('circle', { class: 'dm-hub-disc', cx: 0, cy: 0, r: hub.r }),
    textLines(hub.label, inside ? 'dm-hub-text' : 'dm-hub-name'),
    drawing.variant === 'interactive' ? focusRings({ ...hub, r: inside ? hub.r - 6 : hub.r }) : '',
  );
}

/** An arrow from each domain to the next, clockwise round the hub. */
function cycleSvg({ hub, hubOuter, domains }: Middle): string {
  const r = (hub.r + hubOuter) / 2 + 0.5;
  const head = (hubOuter - hub.r) * 0.36;
  const arrows = domains.map(({ angle }) => {
    const step = (2 * Math.PI) / domains.length;
    const from = angle + step * 0.14;
    const to = angle + step * 0.86;
    const tip = polar(to, r);
    const back = to - (head * 1.9) / r;
    const points = [polar(back, r - head), tip, polar(back, r + head)];
    return (
      tag('path', { class: 'dm-arrow', d: arcPath({ x: 0, y: 0 }, r, from, back), 'stroke-width': head * 0.55 }) +
      tag('path', { class: 'dm-arrow-head', d: `M${points.map((point) => at({ x: 0, y: 0 }, point)).join('L')}Z` })
    );
  });
  return tag('g', { class: 'dm-cycle', 'aria-hidden': 'true' }, ...arrows);
}

function domainSvg(placed: PlacedDomain, index: number, hubOuter: number, view: DestinationMapView, drawing: Drawing): string {
  const { domain, circle, label, note, band } = placed;
  const serving = count(domain.criteria.length, 'criterion', 'criteria');
  const name = `${domain.shortTitle}${note ? ` ${serving}` : ''}: core domain, served by ${note ? `${serving} of ${view.criteria.length}` : `${domain.criteria.length} of ${count(view.criteria.length, 'criterion', 'criteria')}`}`;
  const knowledge = domain.knowledgeDomain;
  return [
    shape(
      drawing,
      { kind: 'domain', key: domain.key },
      name,
      { class: `dm-domain ${domainClass(index)}`, 'data-domain': domain.key },
      domainShape(circle, hubOuter),
      textLines(label, 'dm-domain-text'),
      note ? textLines({ ...note, lines: [serving] }, 'dm-note') : '',
      drawing.variant === 'interactive' ? focusRings({ ...circle, r: circle.r - 5 }) : '',
    ),
    band && knowledge
      ? shape(
          drawing,
          { kind: 'knowledge_domain', key: knowledge.key },
          `${knowledge.shortTitle}: knowledge domain of ${domain.shortTitle}`,
          { class: `dm-knowledge ${domainClass(index)}` },
          bandSvg(band, idOf(drawing.idPrefix, 'band', String(index)), drawing.variant),
        )
      : '',
  ].join('');
}

/** A circle without what the hub covers of it: its surface, and its line without the side at the hub. */
function domainShape(circle: Circle, hub: number): string {
  const { x, y, r } = circle;
  const from = distance(circle);
  if (from >= r + hub || from === 0) {
    return tag('circle', { class: 'dm-domain-area', cx: x, cy: y, r }) + tag('circle', { class: 'dm-domain-line', cx: x, cy: y, r });
  }
  const along = (from * from + hub * hub - r * r) / (2 * from);
  const aside = Math.sqrt(Math.max(0, hub * hub - along * along));
  const unit = { x: x / from, y: y / from };
  const first: Point = { x: unit.x * along - unit.y * aside, y: unit.y * along + unit.x * aside };
  const second: Point = { x: unit.x * along + unit.y * aside, y: unit.y * along - unit.x * aside };
  const centre = { x: 0, y: 0 };
  const line = `M${at(centre, second)}A${rounded(r)} ${rounded(r)} 0 1 1 ${at(centre, first)}`;
  const area = `${line}A${rounded(hub)} ${rounded(hub)} 0 0 0 ${at(centre, second)}Z`;
  return tag('path', { class: 'dm-domain-area', d: area }) + tag('path', { class: 'dm-domain-line', d: line });
}

function bandSvg({ centre, inner, outer, from, to, lines, reversed, size }: PlacedBand, id: string, variant: Drawing['variant']): string {
  const shape = bandPath(centre, inner, outer, from, to);
  const texts = lines.map(({ text, r }, index) => {
    const d = reversed ? arcPath(centre, r, to, from, 0) : arcPath(centre, r, from, to);
    const path = tag('path', { id: `${id}-${index}`, class: 'dm-guide', d });
    const along = tag('textPath', { href: `#${id}-${index}`, startOffset: '50%' }, textOf(text));
    return path + tag('text', { class: 'dm-band-text', 'text-anchor': 'middle', 'font-size': size }, along);
  });
  // A thin band is easier to hit than to see.
  const hit = bandPath(centre, inner - 2, Math.max(outer, inner + 26), from, to);
  return (
    tag('path', { class: 'dm-hit', d: hit }) +
    tag('path', { class: 'dm-band', d: shape }) +
    texts.join('') +
    (variant === 'interactive' ? bandFocus(shape) : '')
  );
}

function bandFocus(d: string): string {
  return tag('path', { class: 'dm-focus-ring', d }) + tag('path', { class: 'dm-focus', d });
}

function bandPath(centre: Point, inner: number, outer: number, from: number, to: number): string {
  const back = arcPath(centre, inner, to, from, 0).replace('M', 'L');
  return `${arcPath(centre, outer, from, to)}${back}Z`;
}
