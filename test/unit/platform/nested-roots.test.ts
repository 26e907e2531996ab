import { strict as assert } from 'node:assert';
import { Workspace } from '../../../src/platform/node/workspace.js';
import { rules } from '../../../src/rules/index.js';
import { cleanUp, page, temporaryGuidance } from '../../support/cli.js';

/** Lints a temporary guidance folder with the files given laid over it. */
async function lint(files: Readonly<Record<string, string>>) {
  const root = temporaryGuidance(files);
  return new Workspace(root, { rules, today: '2026-09-01', cache: false, workers: 0 }).lint();
}

describe('a guidance folder on disk', function () {
  this.timeout(60_000);
  after(cleanUp);

  it('leaves out folders that are guidance folders of their own, and all that is below them', async () => {
    const { files } = await lint({
      'own/a.md': page('A', 'text'),
      'other/guidance.yml': 'title: Another\nframeworks: []\n',
      'other/b.md': page('B', 'text'),
      'other/deep/c.md': page('C', 'text'),
    });
    assert.deepEqual(
      files.filter((path) => path.includes('/')),
      ['own/a.md'],
    );
  });

  it('says of a type whose schema is JSON and no schema that it is none', async () => {
    for (const text of ['null', '[]', '"text"', '3']) {
      const manifest = 'title: T\nframeworks: [framework.yml]\nsources: sources.yml\nglossary: glossary.yml\ntypes: { day: day.json }\n';
      const { diagnostics } = await lint({ 'guidance.yml': manifest, 'day.json': text });
      const said = diagnostics.filter(({ ruleId }) => ruleId === 'internal/configuration').map(({ message }) => message);
      assert.deepEqual(
        said,
        ['The type “day” cannot be used: its JSON Schema is not an object. Begin it with “{ "type": "object" }”.'],
        text,
      );
    }
  });
});
