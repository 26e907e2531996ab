import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { inOneList } from '../../../src/core/lint/live-report.js';
import { type ClientFile, ClientRoot } from '../../../src/platform/client/client-root.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { rules } from '../../../src/rules/index.js';
import { page } from '../../support/cli.js';
import { rootIn } from '../../support/fixture-roots.js';

const parser = remarkParser();
const OPTIONS = { rules, parser, today: () => '2026-09-01' };

/** A client's files, and the root that asks for them. */
function client(files: Map<string, string>) {
  const isText = (path: string) => /\.(?:md|yml|json)$/.test(path);
  const given = ([path, text]: readonly [string, string]): ClientFile => (isText(path) ? { path, text } : { path });
  return async (paths?: readonly string[]) =>
    [...files].filter(([path]) => !paths || paths.some((one) => path === one || path.startsWith(`${one}/`))).map(given);
}

function anew(files: ReadonlyMap<string, string>) {
  return lintInMemory(Object.fromEntries(files), { rules, parser, today: '2026-09-01' }).diagnostics;
}

describe('a root whose files a client gives', function () {
  this.timeout(120_000);

  it('says what is said of the same root in memory', async () => {
    for (const folder of ['guidance', 'test/fixtures/second-framework', 'test/fixtures/rule-base']) {
      const files = new Map(Object.entries(rootIn(folder)));
      const root = await ClientRoot.open(client(files), OPTIONS);
      assert.deepEqual(inOneList(root.report()), anew(files));
    }
  });

  it('says it after any changes too, typed or made outside', async () => {
    const path = fc.constantFrom('a.md', 'b.md', 'folder/c.md', 'picture.png', 'glossary.yml', 'sources.yml', 'guidance.yml');
    const text = fc.oneof(
      fc.record({ title: fc.constantFrom('One', 'x: ['), link: path }).map(({ title, link }) => page(title, `[x](${link})`)),
      fc.constantFrom('', 'title: Root\nframeworks: [framework.yml]\nsources: sources.yml\nglossary: glossary.yml\n', 'sources: []\n'),
    );
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), path, text }),
      fc.record({ kind: fc.constant('close' as const), path }),
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path }),
    );
    const files = new Map(Object.entries(rootIn('test/fixtures/rule-base')));
    const open = new Map<string, string>();
    const root = await ClientRoot.open(client(files), OPTIONS);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.boolean(), async (steps, hinted) => {
        for (const one of steps) {
          if (one.kind === 'type') open.set(one.path, one.text);
          else if (one.kind === 'close') open.delete(one.path);
          else if (one.kind === 'write') files.set(one.path, one.text);
          else files.delete(one.path);
          if (one.kind === 'type') await root.setText(one.path, one.text);
          else if (one.kind === 'close') await root.dropText(one.path);
          else await (hinted ? root.apply([one.path]) : root.refresh());
        }
        assert.deepEqual(inOneList(root.report()), anew(new Map([...files, ...open])));
      }),
      { numRuns: 60 },
    );
  });
});
