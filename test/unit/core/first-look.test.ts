import { strict as assert } from 'node:assert';
import type { LocatedDiagnostic } from '../../../src/core/lint/finding.js';
import { firstLookIn } from '../../../src/core/root/first-look.js';
import { manifestOf, type ReadFile, rootSettings } from '../../../src/core/root/root-settings.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { rules } from '../../../src/rules/index.js';
import { rootIn, secondFramework, withSecondApplication } from '../../support/fixture-roots.js';
import { LiveRoot } from '../../support/live-root.js';

const HEAD = '---\ntitle: Page\ntype: page\nstatus: draft\n---\n\n# Page\n\n';

const wrong: Record<string, string> = {
  ...rootIn('test/fixtures/rule-base'),
  'guidance.yml': `${rootIn('test/fixtures/rule-base')['guidance.yml']}\nexclude: ["left-out.md"]\n`,
  'links.md': `${HEAD}Click [here](gone.md), or [there](listen.md#nowhere). TODO\n`,
  'malformed.md': '---\ntitle: [\n---\n\n# One\n',
  'none.md': '# No front matter\n',
  'quiet.md': `${HEAD}<!-- destination-map-disable-next-line no-placeholder: it is an example -->\nTODO\n\n<!-- destination-map-disable-next-line link-target: it comes later -->\n[Later](later.md)\n`,
  'left-out.md': '# No front matter\n',
};

const ROOTS: Readonly<Record<string, () => Record<string, string>>> = {
  'the guidance with a second application': withSecondApplication,
  'another framework': secondFramework,
  'a root with much that is wrong': () => wrong,
};

/** The rules that are asked of each document by itself. */
const ofDocuments = new Set(rules.filter(({ meta }) => meta.scope === 'document').map(({ id }) => id));

function lookIn(files: Readonly<Record<string, string>>) {
  const source = (path: string) => new SourceText(path, files[path] ?? '');
  const read: ReadFile = (path) => (files[path] === undefined ? undefined : { path, source: source(path) });
  const look = firstLookIn(rootSettings(manifestOf(read), read, { rules }), remarkParser());
  return (path: string) => look(path, source(path));
}

const described = (found: readonly LocatedDiagnostic[]) =>
  found.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId} ${message}`);

describe('a first look at a document', () => {
  for (const [name, files] of Object.entries(ROOTS)) {
    it(`says what the whole root's report says of it in itself, in ${name}`, () => {
      const root = files();
      const report = new LiveRoot(root, rules).lint();
      const look = lookIn(root);
      for (const path of Object.keys(root).filter((one) => one.endsWith('.md') && one !== 'left-out.md')) {
        const ofItself = report.filter((one) => one.path === path && (ofDocuments.has(one.ruleId) || one.ruleId === 'suppression-reason'));
        assert.deepEqual(described(look(path)), described(ofItself), path);
      }
    });
  }

  it('finds something, and leaves to the report what other documents decide', () => {
    const look = lookIn(wrong);
    const ids = (path: string) => look(path).map(({ ruleId }) => ruleId);
    assert.deepEqual(ids('links.md').sort(), ['link-text', 'no-placeholder']);
    assert.deepEqual(ids('none.md'), ['frontmatter-present']);
    assert.deepEqual(ids('quiet.md'), []);
  });

  it('says nothing of what is no document of the root', () => {
    const look = lookIn({ ...wrong, 'node_modules/x.md': 'TODO' });
    for (const path of ['left-out.md', 'guidance.yml', 'node_modules/x.md']) assert.deepEqual(look(path), [], path);
  });
});
