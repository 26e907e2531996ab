import { strict as assert } from 'node:assert';
import { describeMap, descriptionOf } from '../../../src/map/description.js';
import { mapText } from '../../../src/map/text.js';
import { STATE_TITLES, servedDomains } from '../../../src/map/words.js';
import { madeView } from '../../support/made-view.js';
import { harbour, twoApplications } from '../../support/map-views.js';

describe('the long description', () => {
  for (const view of [...twoApplications(), harbour()]) {
    const name = view.application?.key;

    it(`says where everything stands: ${name}`, () => {
      const [map] = descriptionOf(view);
      const text = [...(map?.sentences ?? []), ...(map?.items ?? [])].join(' ');
      assert.ok(text.includes(view.framework.hub) && text.includes(view.framework.frame ?? ''));
      for (const { title, kind } of view.framework.relations) if (kind === 'cycle') assert.ok(text.includes(title));
      for (const { shortTitle, criteria, knowledgeDomain } of view.domains) {
        assert.ok(
          map?.items.some((item) => item.startsWith(shortTitle) && item.includes(`${criteria.length} of ${view.criteria.length} `)),
        );
        assert.ok(text.includes(knowledgeDomain?.title ?? ''));
      }
    });

    it(`tells of what is missing before anything else of the criteria: ${name}`, () => {
      const [, missing, every] = descriptionOf(view);
      assert.equal(missing?.heading, 'What is missing');
      const open = view.criteria.filter(({ state }) => state !== 'covered');
      assert.equal(missing?.items.length, open.length);
      for (const [index, criterion] of open.entries()) {
        assert.ok(
          missing?.items[index]?.startsWith(`${criterion.number} ${criterion.shortTitle}: ${STATE_TITLES[criterion.state].toLowerCase()}.`),
        );
        assert.ok(missing?.items[index]?.includes(criterion.because ?? ''));
        for (const section of criterion.unfilled) assert.ok(missing?.items[index]?.includes(section));
      }
      assert.equal(every?.heading, 'Every criterion');
    });

    it(`says of every criterion its state, status, parts and domains, and no others: ${name}`, () => {
      const every = descriptionOf(view).at(-1)?.items ?? [];
      assert.equal(every.length, view.criteria.length);
      for (const [index, criterion] of view.criteria.entries()) {
        const text = every[index] ?? '';
        assert.ok(text.startsWith(`${criterion.number} ${criterion.shortTitle}: ${STATE_TITLES[criterion.state].toLowerCase()}`));
        if (criterion.status) assert.ok(text.includes(criterion.status.replace('-', ' ')));
        for (const part of criterion.parts)
          assert.ok(text.includes(`Part ${part.label}, ${part.title}: ${STATE_TITLES[part.state].toLowerCase()}.`));
        const serves = /Serves [^.]*\./.exec(text)?.[0] ?? '';
        const served = servedDomains(criterion, view).map(({ domain }) => domain.shortTitle);
        for (const { shortTitle } of view.domains)
          assert.equal(serves.includes(shortTitle), served.includes(shortTitle), `${shortTitle}: ${text}`);
      }
    });
  }

  it('never says more of guidance that is written than its status does', () => {
    const said = (statuses: readonly string[]) => {
      const made = madeView(
        ['People'],
        statuses.map((status) => `Criterion, ${status}`),
      );
      const criteria = made.criteria.map((criterion, index) => ({ ...criterion, status: statuses[index] }));
      return descriptionOf({ ...made, criteria, counts: { ...made.counts, gaps: 1 } })[1]?.sentences.join(' ');
    };
    assert.equal(
      said(['in-review', 'in-review']),
      '2 of 2 criteria covered (all in review). 1 gap is recorded. Every criterion has guidance, with each section written or recorded as a gap; none of it has been approved yet.',
    );
    assert.match(
      said(['published', 'in-review']) ?? '',
      /\(1 published, 1 in review\).*; that on 1 criterion has been approved and published, /,
    );
    assert.match(said(['published']) ?? '', /covered \(published\)\..*; all of it has been approved and published\.$/);
  });

  it('is one text for a picture', () => {
    const text = describeMap(harbour());
    assert.match(text, /3 missing, 1 not applicable\./);
    assert.doesNotMatch(text, /undefined|\.\./);
  });
});

describe('the map as text', () => {
  it('has a line for each criterion, with a mark that needs no colour', () => {
    const lines = mapText(harbour()).filter(({ head }) => /^ {2}[●◐○◌–] /.test(head));
    assert.equal(lines.length, 30);
    assert.ok(lines.some(({ head, text }) => head === '  ◌  6 ' && text.startsWith('Watching the weather: planned.')));
  });
});
