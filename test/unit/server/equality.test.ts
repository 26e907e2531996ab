import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { buildOnce, cleanUp, dmap } from '../../support/cli.js';
import { rootIn, secondFramework, withSecondApplication } from '../../support/fixture-roots.js';
import { folderWith, LanguageClient, uriOf } from '../../support/language-client.js';

interface Message {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly { readonly path: string; readonly line: number; readonly column: number; readonly message: string }[];
}

const SEVERITY = { error: 1, warning: 2, info: 3 } as const;

/** What `dmap lint` says of each file, as the protocol would have it. */
function linted(root: string, today: string): Record<string, object[]> {
  const { out } = dmap(root, ['lint', '--format', 'json', '--no-cache', '--today', today]);
  const files = JSON.parse(out) as { path: string; messages: Message[] }[];
  return Object.fromEntries(
    files.map(({ path, messages }) => [
      uriOf(join(root, path)),
      messages.map((one) => ({
        code: one.ruleId,
        severity: SEVERITY[one.severity],
        message: one.message,
        range: {
          start: { line: one.line - 1, character: one.column - 1 },
          end: { line: one.endLine - 1, character: one.endColumn - 1 },
        },
        related: one.related.map((place) => [uriOf(join(root, place.path)), place.line - 1, place.column - 1, place.message]),
      })),
    ]),
  );
}

function told({ code, severity, message, range, relatedInformation = [] }: Diagnostic): object {
  const related = relatedInformation.map(({ location, message: text }) => {
    const { line, character } = location.range.start;
    return [location.uri, line, character, text];
  });
  return { code, severity, message, range, related };
}

const broken = {
  ...rootIn('test/fixtures/rule-base'),
  'astral.md':
    '---\ntitle: 👩‍👩‍👧 Élan\ntype: page\nstatus: draft\n---\n\n# 👩‍👩‍👧 Élan\n\n𝒳𝒳 see [gone](gone.md) and [@nobody].\r\n\r\n[there](listen.md#nowhere)\n',
  'malformed.md': '---\ntitle: [\n---\n\n# One\n',
  'none.md': '# No front matter\n',
  'folder/a b.md': '---\ntitle: Space\ntype: page\nstatus: draft\n---\n\n# Space\n\n[x](missing%20file.md)\n',
};

const ROOTS: Readonly<Record<string, () => Record<string, string>>> = {
  'the guidance that is shipped': () => rootIn('guidance'),
  'the guidance with a second application': withSecondApplication,
  'another framework': secondFramework,
  'the small root of the examples': () => rootIn('test/fixtures/rule-base'),
  'a root with much that is wrong': () => broken,
};

describe('what the server says is what dmap lint says', function () {
  this.timeout(120_000);
  before(buildOnce);
  after(cleanUp);

  for (const [name, files] of Object.entries(ROOTS)) {
    it(`of ${name}: pushed and pulled, of open and unopened files`, async () => {
      const root = folderWith(files());
      // A day on which some reviews are due.
      for (const today of ['2026-09-01', '2031-01-01']) {
        const expected = linted(root, today);
        const client = await LanguageClient.start(root, { initializationOptions: { today } });
        try {
          for (const [path, text] of Object.entries(files()).slice(0, 5)) await client.show(uriOf(join(root, path)), text);
          const count = Object.keys(expected).length;
          await client.until(
            `findings in ${count} files`,
            () => [...client.published.values()].filter((one) => one.diagnostics.length > 0).length >= count,
          );
          const pushed = [...client.published.values()].filter(({ diagnostics }) => diagnostics.length > 0);
          assert.deepEqual(Object.fromEntries(pushed.map(({ uri, diagnostics }) => [uri, diagnostics.map(told)])), expected);
          const { items } = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
            previousResultIds: [],
          });
          assert.deepEqual(Object.fromEntries(items.map((item) => [item.uri, item.items.map(told)])), expected);
        } finally {
          assert.equal(await client.stop(), 0);
        }
      }
    });
  }
});
