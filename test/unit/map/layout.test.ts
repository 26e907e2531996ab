import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { compactLayout } from '../../../src/map/layout/compact.js';
import type { PlacedDomain } from '../../../src/map/layout/domains.js';
import { type Box, type Circle, cornersOf, nearestIn, type Point } from '../../../src/map/layout/geometry.js';
import { widthOf, wrapText } from '../../../src/map/layout/measure.js';
import { servedLines } from '../../../src/map/layout/served-lines.js';
import { wideLayout } from '../../../src/map/layout/wide.js';
import { madeView } from '../../support/made-view.js';
import { runs } from '../../support/property.js';

const word = fc.string({ minLength: 1, maxLength: 18, unit: fc.constantFrom(...'aegilmnorstuwABMW-é') });
const title = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const shape = fc.record({
  domains: fc.array(title, { minLength: 2, maxLength: 6 }),
  criteria: fc.array(title, { minLength: 1, maxLength: 60 }),
  knowledge: fc.boolean(),
});

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;
const apart = (a: Circle, b: Circle) => Math.hypot(a.x - b.x, a.y - b.y) >= a.r + b.r - 0.01;
const outside = (box: Box, circle: Circle) => {
  const nearest = nearestIn(box, circle);
  return Math.hypot(nearest.x - circle.x, nearest.y - circle.y) >= circle.r - 0.01;
};
const inside = (box: Box, circle: Circle) => cornersOf(box).every(({ x, y }) => Math.hypot(x - circle.x, y - circle.y) <= circle.r);

const away = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const along = (a: Point, b: Point) =>
  Array.from({ length: 21 }, (_, step) => ({ x: a.x + ((b.x - a.x) * step) / 20, y: a.y + ((b.y - a.y) * step) / 20 }));
/** The point that is 3.5 nearer to the centre: a line ends 3 before what it leads to. */
const beyond = ({ x, y }: Point) => ({ x: x - (3.5 * x) / Math.hypot(x, y), y: y - (3.5 * y) / Math.hypot(x, y) });
const onDomain = (point: Point, { circle, band, angle }: PlacedDomain) => {
  const seen = Math.cos(Math.atan2(point.y - circle.y, point.x - circle.x) - angle);
  const r = band && seen >= Math.cos((band.to - band.from) / 2) ? band.outer : circle.r + 2.25;
  return away(point, circle) < r;
};

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

describe('the layout of the map', () => {
  it('comes to an end where a name has no width', () => {
    for (const nothing of ['', ' ', '\u200b', '\u0301']) {
      const view = madeView([nothing, 'People'], ['Listening', nothing]);
      const unnamed = { ...view, framework: { ...view.framework, hub: nothing } };
      assert.equal(wideLayout(unnamed).middle.domains.length, 2);
      assert.equal(compactLayout(unnamed).criteria.length, 2);
    }
  });

  it('keeps discs and labels apart and inside the frame, for any framework', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(shape, ({ domains, criteria, knowledge }) => {
        const layout = wideLayout(madeView(domains, criteria, { knowledge }));
        const discs = layout.criteria.map(({ circle, collar }) => ({ ...circle, r: collar }));
        const boxes = layout.criteria.flatMap(({ label }) => (label ? [label.label.box] : []));
        assert.equal(boxes.length, criteria.length);
        for (const [a, b] of pairs(discs)) assert.ok(apart(a, b), 'two discs');
        for (const [a, b] of pairs(boxes)) assert.ok(!overlap(a, b), 'two labels');
        for (const box of boxes) {
          for (const disc of discs) assert.ok(outside(box, disc), 'a label on a disc');
          for (const { x, y } of cornersOf(box)) {
            assert.ok((x / layout.frame.x) ** 2 + (y / layout.frame.y) ** 2 < 1, 'a label beyond the frame');
          }
        }
        for (const disc of discs) assert.ok(Math.hypot(disc.x, disc.y) - disc.r > layout.middle.r, 'a disc on the middle');
      }),
      runs(120),
    );
  });

  it('keeps names of domains inside their circles and clear of the hub', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(shape, ({ domains, criteria, knowledge }) => {
        const view = madeView(domains, criteria, { knowledge });
        for (const { middle } of [wideLayout(view), compactLayout(view)]) {
          for (const { circle, label, note } of middle.domains) {
            for (const { box } of note ? [label, note] : [label]) {
              assert.ok(inside(box, circle), 'a name beyond its circle');
              assert.ok(outside(box, { x: 0, y: 0, r: middle.hubOuter }), 'a name on the hub');
            }
          }
          for (const [a, b] of pairs(middle.domains.map(({ circle }) => circle))) assert.ok(apart(a, b), 'two domains');
        }
      }),
      runs(80),
    );
  });

  it('leads lines from criteria to their domains over nothing else', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(shape, ({ domains, criteria, knowledge }) => {
        const serves = domains.map((_, index) => ({ domain: `d${index}`, basis: 'source', attributes: [], because: undefined }));
        const layout = wideLayout(madeView(domains, criteria, { knowledge, criterion: { serves } }));
        const discs = layout.criteria.map(({ circle, collar }) => ({ ...circle, r: collar }));
        for (const [index, criterion] of layout.criteria.entries()) {
          const lines = servedLines(criterion, layout.middle);
          assert.equal(lines.length, domains.length);
          for (const { domain, start, round, end } of lines) {
            const points = round ? [...along(start, round.from), ...along(round.to, end)] : along(start, end);
            for (const point of points) {
              for (const other of layout.middle.domains)
                assert.ok(!onDomain(point, other), `a line to ${domain.domain.key} on ${other.domain.key}`);
              for (const [at, disc] of discs.entries()) assert.ok(at === index || away(point, disc) > disc.r, 'a line on a disc');
            }
            assert.ok(onDomain(beyond(end), domain), 'a line that does not reach its domain');
            if (round) assert.ok(round.r > layout.middle.r && discs.every((disc) => away({ x: 0, y: 0 }, disc) - disc.r > round.r));
          }
          const lanes = lines.flatMap(({ round }) => (round ? [`${round.clockwise} ${round.r}`] : []));
          assert.equal(new Set(lanes).size, lanes.length, 'two lines on one way');
        }
      }),
      runs(80),
    );
  });

  it('makes no disc of the small map smaller than 24 pixels on a screen of 320, and none touches another', () => {
    fc.assert(
      fc.property(shape, ({ domains, criteria, knowledge }) => {
        const layout = compactLayout(madeView(domains, criteria, { knowledge }));
        // A page leaves a map 280 of the 320 pixels.
        for (const { circle } of layout.criteria) assert.ok((2 * circle.r * 280) / layout.width >= 24);
        const discs = layout.criteria.map(({ circle, collar }) => ({ ...circle, r: collar }));
        for (const [a, b] of pairs(discs)) assert.ok(apart(a, b), 'two discs');
        for (const { x, y, r } of discs) {
          assert.ok(Math.abs(x) + r < layout.width / 2 && y - r > layout.middle.hub.label.box.y && y + r < layout.bottom);
        }
        const boxes = layout.criteria.flatMap(({ label }) => label?.label.box ?? []);
        assert.equal(boxes.length, criteria.length);
        for (const [a, b] of pairs(boxes)) assert.ok(!overlap(a, b), 'two names');
        for (const box of boxes) {
          assert.ok(box.x + box.width < layout.width / 2 && box.y + box.height < layout.bottom, 'a name beyond the frame');
          for (const disc of discs) assert.ok(outside(box, disc), 'a name on a disc');
        }
      }),
      runs(80),
    );
  });

  it('breaks lines between words, and loses nothing', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 20, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, { size: 16 });
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        for (const line of lines) assert.ok([...line].length === 1 || widthOf(line, 16) <= width);
      }),
      runs(300),
    );
    assert.deepEqual(wrapText('Systems and processes', 120, { size: 16 }), ['Systems and', 'processes']);
  });
});
