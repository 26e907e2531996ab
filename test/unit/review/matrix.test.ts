import { strict as assert } from 'node:assert';
import { guidanceOn } from '../../support/neighbours.js';
import { told } from '../../support/told.js';

const FAIR = '  - { key: fair, number: 1, title: Fair }\n';
const OPEN = '  - { key: open, number: 2, title: Open }\n';
const KIND = '  - { key: kind, number: 3, title: Kind }\n';

/** A framework with two core domains and some attributes, and guidance that claims that it serves people with some of them. */
function root(attributes: string, claimed: string) {
  return {
    'framework.yml': `key: good-neighbours\ntitle: Good neighbours\nversion: "1"\ndomains:\n  - { key: people, title: People }\n  - { key: places, title: Places }\nattributes:\n${attributes}criteria:\n  - { key: listening, number: 1, title: Listening to neighbours }\n`,
    'street/listening.md': guidanceOn('listening', 'Listening', {
      fields: ['serves:', `  - { domain: people, attributes: [${claimed}], because: They are heard., basis: editorial }`],
    }),
  };
}

describe('what a change does to the matrix', () => {
  const changes = (before: Record<string, string>, after: Record<string, string>) =>
    told(before, after, ['cell-filled', 'cell-emptied', 'framework-changed']).filter((one) => one.includes('matrix'));

  it('tells of the cells that a new attribute brings: those that are filled, and those that are empty', () => {
    assert.deepEqual(changes(root(FAIR, 'fair'), root(FAIR + OPEN, 'fair, open')), [
      'cell-filled: The matrix cell People × 2 Open is new in the framework, and filled. (street/listening.md)',
      'framework-changed: The matrix cell Places × 2 Open is new in the framework, and empty: no criterion serves it yet. (framework.yml)',
    ]);
    assert.deepEqual(changes(root(FAIR, 'fair'), root(FAIR + OPEN, 'fair')), [
      'framework-changed: The framework has 2 new matrix cells that are empty, for no criterion serves them yet: People × 2 Open and Places × 2 Open. (framework.yml)',
    ]);
  });

  it('tells of the filled cells that go with an attribute, and passes over the empty ones', () => {
    assert.deepEqual(changes(root(FAIR + OPEN, 'fair, open'), root(FAIR, 'fair')), [
      'cell-emptied: The matrix cell People × 2 Open, which was filled, is no longer in the framework. (street/listening.md)',
    ]);
    assert.deepEqual(changes(root(FAIR + OPEN + KIND, 'fair, open, kind'), root(FAIR, 'fair')), [
      'cell-emptied: The framework no longer has 2 matrix cells that were filled: People × 2 Open and People × 3 Kind. (street/listening.md)',
    ]);
    assert.deepEqual(changes(root(FAIR + OPEN, 'fair'), root(FAIR, 'fair')), []);
  });

  it('knows a cell again by the attribute that took the place of its own', () => {
    const replaced = '  - { key: fair, title: Fair, replaced_by: just }\n  - { key: just, number: 1, title: Just, replaces: fair }\n';
    for (const claimed of ['fair', 'just']) assert.deepEqual(changes(root(FAIR, 'fair'), root(replaced, claimed)), [], claimed);
  });

  it('names no more cells than a sentence can hold', () => {
    const many = Array.from({ length: 8 }, (_, index) => `  - { key: a${index}, title: A${index} }\n`).join('');
    const [change = ''] = changes(root(FAIR, 'fair'), root(FAIR + many, 'fair'));
    assert.match(change, /^framework-changed: The framework has 16 new matrix cells .*: People × A0, Places × A0, .* and 5 more\. /);
  });
});
