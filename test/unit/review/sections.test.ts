import { strict as assert } from 'node:assert';
import { guidanceOn, NEIGHBOURS } from '../../support/neighbours.js';
import { told } from '../../support/told.js';

const LISTENING = 'street/listening.md';
const PLANNING = 'street/planning.md';
const KINDS = ['coverage-lost', 'coverage-gained', 'section-emptied', 'section-filled', 'section-renamed', 'document-changed'];

describe('what a change does to headings', () => {
  /** What the change from one text to another means, and what the way back does. */
  const changes = (path: string, text: string, other: string) => told({ [path]: text }, { [path]: other }, KINDS);
  const listening = guidanceOn('listening', 'Listening');
  const renamed = listening.replace('## What to consider', '## Things to weigh');

  it('says that a section which is asked for was renamed, and what coverage makes of that', () => {
    assert.deepEqual(changes(LISTENING, listening, renamed), [
      'coverage-lost: Criterion 1, Listening to neighbours: covered → partly covered. Its section “What to consider” was renamed to “Things to weigh”, and does not count under that name. (street/listening.md:20)',
    ]);
    assert.deepEqual(changes(LISTENING, renamed, listening), [
      'coverage-gained: Criterion 1, Listening to neighbours: partly covered → covered. Its section “Things to weigh” was renamed to “What to consider”, and counts under that name. (street/listening.md:20)',
    ]);
  });

  it('knows it again by what is below it too, and by one sign in its heading', () => {
    const text = listening.replace('What to consider: listening.', '### First\n\nAsk.\n\n### Then\n\nListen.');
    for (const heading of ['Things to weigh', 'What to consider?']) {
      const [change = '', ...more] = changes(LISTENING, text, text.replace('## What to consider', `## ${heading}`));
      assert.ok(change.includes(`“What to consider” was renamed to “${heading}”`), change);
      assert.deepEqual(more, []);
    }
  });

  it('says so of the section of a part', () => {
    const planning = guidanceOn('planning', 'Planning', { parts: ['Agreeing', 'Doing'] });
    const [part, whole, ...more] = changes(PLANNING, planning, planning.replace('## Doing', '## Making'));
    assert.equal(
      part,
      'coverage-lost: Criterion 2b, Doing: covered → missing. Its section “Doing” was renamed to “Making”, and does not count under that name. (street/planning.md:36)',
    );
    assert.equal(whole, 'coverage-lost: Criterion 2, Planning together: covered → partly covered. (street/planning.md)');
    assert.deepEqual(more, []);
    assert.deepEqual(changes(PLANNING, planning, planning.replace('## Doing', '## 2b: Doing')), [
      'section-renamed: The section “Doing” of the guidance on criterion 2 (Planning together) was renamed to “2b: Doing”, and says the same. This makes no difference to coverage. (street/planning.md:36)',
    ]);
  });

  it('says so of a draft, whose coverage as a whole stays as it was', () => {
    const [draft, other] = [listening, renamed].map((text) => text.replace('in-review', 'draft')) as [string, string];
    assert.deepEqual(changes(LISTENING, draft, other), [
      'section-emptied: The section “What to consider” of the guidance on criterion 1 (Listening to neighbours) was renamed to “Things to weigh”, and says the same. “What to consider” is asked for, and counts as missing now. (street/listening.md:20)',
    ]);
    assert.deepEqual(changes(LISTENING, other, draft), [
      'section-filled: The section “Things to weigh” of the guidance on criterion 1 (Listening to neighbours) was renamed to “What to consider”, and says the same. “What to consider” is asked for, and counts now. (street/listening.md:20)',
    ]);
  });

  it('says of a section that nothing asks for that coverage stays as it was', () => {
    const tools = NEIGHBOURS['tools.md'] ?? '';
    assert.deepEqual(changes('tools.md', tools, tools.replace('## Maps', '## Plans of the street')), [
      'section-renamed: The section “Maps” of “Tools” was renamed to “Plans of the street”, and says the same. This makes no difference to coverage. (tools.md:9)',
    ]);
  });

  it('says besides what else was changed, also before the first heading', () => {
    const page = '---\ntitle: Plans\ntype: page\nstatus: draft\n---\n\nWith a map.\n\n## Maps\n\nUse one.\n';
    const [renamed = '', changed = ''] = changes('plans.md', page, page.replace('## Maps', '## Plans').replace('With', 'Without'));
    assert.match(renamed, /^section-renamed: The section “Maps” of “Plans” was renamed to “Plans”/);
    assert.equal(changed, 'document-changed: “Plans” says something else in its text. (plans.md)');
  });

  it('says of a section that says something else under another heading that it was taken out', () => {
    const [change = ''] = changes(LISTENING, listening, renamed.replace('What to consider: listening.', 'Weigh it.'));
    assert.match(change, /Its section “What to consider” was taken out\./);
  });

  it('says of a section whose text is in another that was there before that it was taken out', () => {
    const tools = (NEIGHBOURS['tools.md'] ?? '').replace('Write it down.', 'Use a map.');
    assert.deepEqual(changes('tools.md', tools, tools.replace('## Maps\n\nUse a map.\n\n', '')), [
      'section-emptied: “Tools” has no section “Maps” any more. (tools.md)',
      'document-changed: “Tools” says something else in “Maps”. (tools.md)',
    ]);
  });

  it('asks whoever links to the section to read again: the link leads nowhere', () => {
    const tools = NEIGHBOURS['tools.md'] ?? '';
    const notes = { 'notes.md': NEIGHBOURS['notes.md'] ?? '' };
    const again = (heading: string) =>
      told({ ...notes, 'tools.md': tools }, { ...notes, 'tools.md': tools.replace(heading, '## Other') }, ['read-again']).filter((one) =>
        one.includes('Notes'),
      );
    assert.deepEqual(again('## Minutes'), ['read-again: “Notes” relies on “Tools”. (notes.md)']);
    assert.deepEqual(again('## Maps'), []);
  });
});
