import { strict as assert } from 'node:assert';
import { coverageOf } from '../../../src/core/coverage/coverage.js';
import { mapViews } from '../../../src/map/view.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { secondFramework, withSecondApplication } from '../../support/fixture-roots.js';
import { harbour, only, twoApplications, viewsOf } from '../../support/map-views.js';

describe('the view of the map', () => {
  it('has one view for each application, with the counts of its coverage', () => {
    const { snapshot } = lintInMemory(withSecondApplication(), { parser: remarkParser(), rules: [], today: '2026-09-01' });
    const views = mapViews(snapshot, '2026-09-01');
    const { applications } = coverageOf(snapshot);
    assert.deepEqual(
      views.map(({ application }) => application?.key),
      applications.map(({ application }) => application),
    );
    for (const [index, { counts, matrix }] of views.entries()) {
      const { overdue: _, gaps: __, ...states } = counts;
      assert.deepEqual(states, applications[index]?.counts);
      assert.equal(matrix.length, applications[index]?.matrix.length);
    }
  });

  it('holds hub, frame, cycle and knowledge domains as the framework gives them', () => {
    const [view] = twoApplications();
    assert.equal(view?.framework.hub, 'Learning and development');
    assert.equal(view?.framework.frame, 'Ethical and fair service');
    assert.deepEqual(
      view?.framework.relations.map(({ kind }) => kind),
      ['cycle', 'frame', 'flow', 'flow'],
    );
    assert.deepEqual(
      view?.domains.map(({ key, knowledgeDomain }) => [key, knowledgeDomain?.key]),
      [
        ['publics', 'public-value-theory'],
        ['organisations', 'organisational-learning-theory'],
        ['individuals', 'individual-learning-theory'],
      ],
    );
    assert.deepEqual(
      view?.attributes.filter(({ marked }) => marked === '*').map(({ number }) => number),
      ['2', '6', '7'],
    );
  });

  it('fits a framework of another shape, with reasons, parts and claims', () => {
    const view = harbour();
    assert.deepEqual([view.domains.length, view.criteria.length, view.matrix.length], [4, 30, 20]);
    assert.ok(view.domains.every(({ knowledgeDomain }) => knowledgeDomain === undefined));
    const find = (key: string) => view.criteria.find((criterion) => criterion.key === key);
    assert.equal(find('weather-watch')?.state, 'planned');
    assert.equal(find('weather-watch')?.because, 'The forecast board is to be put up first.');
    assert.equal(find('spill-response')?.state, 'not-applicable');
    assert.deepEqual(
      find('emergency-drills')?.parts.map(({ label }) => label),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(find('life-jackets')?.serves[0], {
      domain: 'crews',
      basis: 'editorial',
      attributes: ['lasting'],
      because: 'People keep wearing a jacket that fits them.',
    });
  });

  it('shows a framework that no application applies, with nothing covered', () => {
    const files = secondFramework();
    const view = only(viewsOf(Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('small-craft/')))));
    assert.equal(view.application, undefined);
    assert.equal(view.counts.missing, 30);
    assert.equal(view.matrix.length, 20);
  });

  it('judges reviews by the day that it is given', () => {
    const overdue = (today: string) =>
      viewsOf(withSecondApplication(), today)
        .find(({ application }) => application?.key === 'tree-care')
        ?.criteria.filter((criterion) => criterion.overdue)
        .map(({ key }) => key);
    assert.deepEqual(overdue('2027-05-04'), []);
    assert.deepEqual(overdue('2027-05-05'), ['feedback-culture']);
  });

  it('is plain JSON, the same each time', () => {
    const [first, second] = [viewsOf(secondFramework()), viewsOf(secondFramework())].map((views) => JSON.stringify(views));
    assert.equal(first, second);
    assert.deepEqual(JSON.parse(first ?? '')[0].counts, harbour().counts);
  });
});
