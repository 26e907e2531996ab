import { strict as assert } from 'node:assert';
import { wikiTarget } from '../../../src/core/workspace/wiki-target.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { baseFiles } from '../../support/rule-examples.js';

const guidance = (application: string, criterion: string) =>
  `---\ntitle: T\ntype: criterion-guidance\nstatus: draft\napplication: ${application}\ncriterion: ${criterion}\nserves: [{ domain: people, basis: source }]\n---\n`;
const application = (key: string) => `---\ntitle: T\ntype: application\nstatus: draft\napplication: ${key}\n---\n`;

const files = {
  ...baseFiles(),
  'a/index.md': application('a'),
  'a/listening.md': guidance('a', 'listening'),
  'a/two.md': guidance('a', '2'),
  'b/index.md': application('b'),
  'b/listening.md': guidance('b', '1'),
  'known.md': '---\ntitle: T\ntype: page\nid: chosen\nstatus: draft\n---\n',
  'c/chosen.md': '# Another\n',
};

/** What a wiki link in a document means, in short. */
function meaning(name: string, from: string): string {
  const { snapshot } = lintInMemory(files, { rules: [], parser: remarkParser(), today: '2026-09-01' });
  const facts = snapshot.facts(from);
  assert.ok(facts);
  const target = wikiTarget(name, facts, snapshot);
  switch (target.kind) {
    case 'document':
      return target.facts.path;
    case 'ambiguous':
      return target.candidates.map(({ path }) => path).join(' or ');
    case 'element':
      return `element ${target.element.key}`;
    default:
      return 'nothing';
  }
}

describe('wikiTarget', () => {
  it('takes a document of the same application first', () => {
    assert.equal(meaning('listening', 'a/two.md'), 'a/listening.md');
    assert.equal(meaning('Listening', 'b/index.md'), 'b/listening.md');
    assert.equal(meaning('b/listening', 'a/two.md'), 'b/listening.md');
  });

  it('finds guidance by the criterion that it is about, whatever its file is called', () => {
    assert.equal(meaning('planning', 'a/index.md'), 'a/two.md');
    assert.equal(meaning('planning', 'known.md'), 'a/two.md');
  });

  it('says where a name is ambiguous, and lets an id win over a file’s name', () => {
    assert.equal(meaning('listening', 'known.md'), 'a/listening.md or b/listening.md');
    assert.equal(meaning('chosen', 'a/two.md'), 'known.md');
  });

  it('falls back to the framework’s element, and then to nothing', () => {
    assert.equal(meaning('debriefing', 'a/two.md'), 'element debriefing');
    assert.equal(meaning('weather', 'a/two.md'), 'nothing');
  });
});
