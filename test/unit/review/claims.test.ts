import { strict as assert } from 'node:assert';
import { guidanceOn } from '../../support/neighbours.js';
import { told } from '../../support/told.js';

const KINDS = ['claim-lost', 'claim-gained', 'claim-changed'];
const NAME = 'The guidance on criterion 1 (Listening to neighbours)';

/** Guidance whose front matter says what it serves, from line 9. */
function serving(...claims: readonly string[]) {
  return {
    'street/listening.md': guidanceOn('listening', 'Listening', {
      fields: claims.length === 0 ? [] : ['serves:', ...claims.map((one) => `  - { ${one} }`)],
    }),
  };
}

const FAIR = 'domain: people, attributes: [fair], because: They are heard., basis: editorial';
const OPEN = 'domain: people, attributes: [open], because: They are heard., basis: editorial';

describe('what a change does to claims', () => {
  const changes = (before: readonly string[], after: readonly string[]) => told(serving(...before), serving(...after), KINDS);

  it('names a claim that was taken out, though another fills the same cell', () => {
    const planning = { 'street/planning.md': guidanceOn('planning', 'Planning', { fields: ['serves:', `  - { ${FAIR} }`] }) };
    const [before, after] = [
      { ...serving(FAIR), ...planning },
      { ...serving(), ...planning },
    ];
    assert.deepEqual(told(before, after, [...KINDS, 'cell-emptied']), [
      `claim-lost: ${NAME} no longer claims to serve the core domain “People” with the attribute “1 Fair to everyone”. The reason that it gave: They are heard. (street/listening.md)`,
    ]);
  });

  it('names a claim that was added, with its reason and its line', () => {
    assert.deepEqual(changes([FAIR], [FAIR, 'domain: places, attributes: [2], basis: source']), [
      `claim-gained: ${NAME} claims to serve the core domain “Places” with the attribute “2 Open about what happens” now. It gives no reason. (street/listening.md:10)`,
    ]);
  });

  it('names attributes of one domain together where the same is said of them, and the list that they were in as the place', () => {
    assert.deepEqual(changes([FAIR, OPEN, 'domain: places, basis: source'], ['domain: places, basis: source']), [
      `claim-lost: ${NAME} no longer claims to serve the core domain “People” with the attributes “1 Fair to everyone” and “2 Open about what happens”. The reason that it gave: They are heard. (street/listening.md:8)`,
    ]);
  });

  it('sets the reason before beside the reason now', () => {
    assert.deepEqual(changes([FAIR], [FAIR.replace('They are heard.', 'Nobody is left out')]), [
      `claim-changed: ${NAME} gives another reason why it serves the core domain “People” with the attribute “1 Fair to everyone”. Before: They are heard. Now: Nobody is left out. (street/listening.md:9)`,
    ]);
  });

  it('says that a reason came or went', () => {
    const without = FAIR.replace('because: They are heard., ', '');
    assert.deepEqual(changes([FAIR], [without]), [
      `claim-changed: ${NAME} no longer says why it serves the core domain “People” with the attribute “1 Fair to everyone”. The reason that it gave: They are heard. (street/listening.md:9)`,
    ]);
    assert.deepEqual(changes([without], [FAIR]), [
      `claim-changed: ${NAME} says now why it serves the core domain “People” with the attribute “1 Fair to everyone”: They are heard. (street/listening.md:9)`,
    ]);
  });

  it('says that a claim rests on something else', () => {
    assert.deepEqual(changes([FAIR], [FAIR.replace('editorial', 'source')]), [
      `claim-changed: ${NAME} still claims to serve the core domain “People” with the attribute “1 Fair to everyone”, but this rests on a cited source now, and rested on this guidance’s own reading before. (street/listening.md:9)`,
    ]);
  });

  it('says of an attribute that is named besides, or no longer, that alone', () => {
    const whole = FAIR.replace(', attributes: [fair]', '');
    assert.deepEqual(
      changes([whole], [FAIR]).map((one) => one.split(':')[0]),
      ['claim-gained'],
    );
    assert.deepEqual(
      changes([FAIR], [whole]).map((one) => one.split(':')[0]),
      ['claim-lost'],
    );
  });

  it('says of other fields by themselves that they changed', () => {
    const kinds = [...KINDS, 'document-changed'];
    const [before, after] = [serving(FAIR), serving(OPEN)];
    assert.equal(told(before, after, kinds).length, 2);
    const more = {
      'street/listening.md': after['street/listening.md'].replace('criterion: listening', 'criterion: listening\nsummary: New.'),
    };
    const [, , change = ''] = told(before, more, kinds);
    assert.match(change, /^document-changed: .* says something else in what its front matter says\./);
  });

  it('says nothing where claims stand in another order, by number in place of a key, or over other lines', () => {
    assert.deepEqual(changes([FAIR, OPEN], [OPEN, FAIR.replace('[fair]', '[1]')]), []);
    assert.deepEqual(changes([FAIR, OPEN], [FAIR.replace('[fair]', '[fair, open]')]), []);
  });

  it('says nothing of guidance that is new, gone or withdrawn: that is told as a whole', () => {
    const listening = serving(FAIR);
    const withdrawn = { 'street/listening.md': listening['street/listening.md'].replace('in-review', 'withdrawn') };
    for (const [before, after] of [[{}, listening] as const, [listening, {}] as const, [listening, withdrawn] as const]) {
      assert.deepEqual(told(before, after, KINDS), []);
    }
  });

  it('follows an attribute to its new name, and says where a number means another one now', () => {
    const framework = (attributes: string) => ({
      'framework.yml': `key: good-neighbours\ntitle: Good neighbours\nversion: "1"\ndomains:\n  - { key: people, title: People }\nattributes:\n${attributes}criteria:\n  - { key: listening, number: 1, title: Listening to neighbours }\n`,
    });
    const before = framework('  - { key: fair, number: 1, title: Fair }\n  - { key: open, number: 2, title: Open }\n');
    const renamed = framework(
      '  - { key: fair, title: Fair, replaced_by: just }\n  - { key: just, number: 1, title: Just, replaces: fair }\n  - { key: open, number: 2, title: Open }\n',
    );
    const swapped = framework('  - { key: open, number: 1, title: Open }\n  - { key: fair, number: 2, title: Fair }\n');
    const byNumber = serving(FAIR.replace('[fair]', '[1]'));
    assert.deepEqual(told({ ...serving(FAIR), ...before }, { ...serving(FAIR), ...renamed }, KINDS), []);
    assert.deepEqual(
      told({ ...byNumber, ...before }, { ...byNumber, ...swapped }, KINDS).map(
        (one) => /“People” with the attribute “[^”]*”/.exec(one)?.[0],
      ),
      ['“People” with the attribute “2 Fair”', '“People” with the attribute “1 Open”'],
    );
  });
});
