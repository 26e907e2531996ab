import { strict as assert } from 'node:assert';
import { compactLayout } from '../../../src/map/layout/compact.js';
import { wideLayout } from '../../../src/map/layout/wide.js';
import type { DestinationMapView } from '../../../src/map/types.js';
import { madeView } from '../../support/made-view.js';

describe('places on the map', () => {
  const one = madeView(['Publics', 'Organisations', 'Individuals'], ['One', 'Two', 'Three']);
  const renamed = madeView(['Publics', 'Organisations', 'Individuals'], ['One', 'Two, which is called something much longer now', 'Three']);
  const fewer = madeView(['Publics', 'Organisations'], ['One', 'Two']);
  const changed: DestinationMapView = {
    ...one,
    criteria: one.criteria.map((criterion) => ({ ...criterion, state: 'missing' })),
    domains: one.domains.map((domain) => ({ ...domain, criteria: ['c0'] })),
  };

  for (const [name, layOut] of Object.entries({ wide: wideLayout, compact: compactLayout })) {
    it(`are the same whatever was drawn before (${name})`, () => {
      const first = [one, renamed, fewer, changed].map((view) => structuredClone(layOut(view)));
      const second = [changed, one, fewer, renamed].map((view) => structuredClone(layOut(view)));
      assert.deepEqual([second[1], second[3], second[2], second[0]], first);
      assert.notDeepEqual(first[0], first[1]);
    });

    it(`hold what the view says now (${name})`, () => {
      layOut(one);
      const { criteria, middle } = layOut(changed);
      assert.ok(criteria.every(({ criterion }) => criterion.state === 'missing'));
      assert.ok(middle.domains.every(({ domain }) => domain.criteria.length === 1));
    });
  }
});
