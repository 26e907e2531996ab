import { strict as assert } from 'node:assert';
import { chmodSync, cpSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { isFailure } from '../../../src/cli/check-root.js';
import { lintCommand } from '../../../src/cli/commands/lint.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { defineDocumentRule, defineWorkspaceRule, type Rule } from '../../../src/core/lint/rule.js';
import { NO_MANIFEST } from '../../../src/core/model/manifest.js';
import { examineFile, rootSettings } from '../../../src/core/root/root-settings.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import { type LocatedDiagnostic, rules } from '../../../src/index.js';
import { buildOnce, cleanUp, dmap, PROJECT, page, temporaryGuidance } from '../../support/cli.js';

const NEIGHBOUR = page('Planning', 'See [a page](not-there.md).');

/** A terminal that keeps what is written to it. */
function listeningTerminal(): { terminal: Terminal; written: { out: string; err: string } } {
  const written = { out: '', err: '' };
  const out = (text: string) => {
    written.out += text;
  };
  const err = (text: string) => {
    written.err += text;
  };
  return { terminal: { out, err, colours: picocolors.createColors(false), width: 80, watched: false }, written };
}

/** Lints a root with one bad file in it: it has its message, the other file is still linted, and there is no stack. */
function lintBeside(
  files: Record<string, string | Buffer>,
  prepare: (root: string) => void = () => undefined,
): { out: string; flat: string; code: number | null } {
  const root = temporaryGuidance({ 'plan.md': NEIGHBOUR, ...files });
  prepare(root);
  const { out, err, code } = dmap(root, ['lint', '--no-cache']);
  assert.match(out, /There is no file at “not-there\.md”/, 'the other file is still linted');
  assert.doesNotMatch(out + err, /\n +at .*:\d+:\d+/, 'no stack trace');
  // Messages are wrapped; what they say is easier to compare on one line.
  return { out, flat: out.replace(/\s+/g, ' '), code };
}

describe('dmap lint on bad input', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  it('tells of a binary file named .md', () => {
    const { flat, code } = lintBeside({ 'picture.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) });
    assert.match(flat, /picture\.md 1:1 error This file is not text\./);
    assert.equal(code, 1);
  });

  it('tells of 50 MB in one line', () => {
    assert.match(
      lintBeside({ 'long.md': Buffer.alloc(50 * 1024 * 1024, 'a') }).flat,
      /long\.md 1:1 error This file is too large to check \(50 MB; at most 10 MB\)/,
    );
  });

  it('shows a piece of a line of nine megabytes', () => {
    const { out } = lintBeside({ 'long.md': page('Long', `${'word '.repeat(1_800_000)}[x](gone.md) ${'word '.repeat(1000)}`) });
    assert.match(out, /…\w* (?:word )+\[x\]\(gone\.md\) (?:word )+/);
    for (const line of out.split('\n')) assert.ok([...line].length <= 100, line.slice(0, 200));
  });

  it('tells of invalid UTF-8 and in which line it is', () => {
    const { flat } = lintBeside({ 'latin.md': Buffer.from('# Plain\n\nCaf\u00E9\n\nna\u00EFve\n', 'latin1') });
    assert.match(
      flat,
      /latin\.md 3:4 error This file is not valid UTF-8 \(first wrong byte in line 3, column 4\)\. Save it again as UTF-8\./,
    );
  });

  it('tells of UTF-16, which some editors save as “Unicode”', () => {
    const { flat } = lintBeside({ 'unicode.md': Buffer.from('\uFEFF# Plain\n', 'utf16le') });
    assert.match(flat, /unicode\.md 1:1 error This file is not valid UTF-8 \(it was saved as UTF-16\)\. Save it again as UTF-8\./);
  });

  it('reads a byte order mark and CRLF, and counts lines and columns without them', () => {
    const { out, flat } = lintBeside({ 'windows.md': `\uFEFF${page('Windows', 'See [x](gone.md).').replaceAll('\n', '\r\n')}` });
    assert.match(flat, /windows\.md .*9:9 error There is no file at “gone\.md”/);
    assert.doesNotMatch(out, /\r/);
  });

  it('does not follow links round in a circle', () => {
    const { flat } = lintBeside({}, (root) => {
      symlinkSync('.', join(root, 'round'));
      symlinkSync('loop.md', join(root, 'loop.md'));
    });
    assert.match(flat, /loop\.md 1:1 error This file could not be read: it is a symbolic link that leads round in a circle/);
  });

  it('tells of a link out of the guidance folder', () => {
    assert.match(
      lintBeside({}, (root) => symlinkSync('/etc/hostname', join(root, 'out.md'))).flat,
      /out\.md 1:1 error .* leads outside the guidance folder/,
    );
  });

  it('tells of a file that may not be read', () => {
    const root = temporaryGuidance({ 'plan.md': NEIGHBOUR, 'secret.md': page('Secret', 'Text.') });
    chmodSync(join(root, 'secret.md'), 0);
    // Permissions stop everybody but the superuser.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    chmodSync(join(root, '..'), 0o755);
    const { out, code } = dmap(root, ['lint', '--no-cache'], user);
    assert.match(out, /secret\.md\n +1:1 {2}error +This file may not be read\. Change its permissions/);
    assert.match(out, /not-there\.md/);
    assert.equal(code, 1);
  });

  it('tells of a folder that may not be read', () => {
    const root = temporaryGuidance({ 'plan.md': NEIGHBOUR, 'closed/secret.md': page('Secret', 'Text.') });
    chmodSync(join(root, 'closed'), 0);
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    chmodSync(join(root, '..'), 0o755);
    const { out, code } = dmap(root, ['lint', '--no-cache'], user);
    chmodSync(join(root, 'closed'), 0o700);
    assert.match(out, /closed\n +1:1 {2}error +This file may not be read/);
    assert.match(out, /not-there\.md/);
    assert.equal(code, 1);
  });

  it('tells of an error in a framework file at its place', () => {
    const { out } = lintBeside({ 'framework.yml': 'key: good-neighbours\ntitle: "Good\ndomains: [\n' });
    assert.match(out, /framework\.yml\n +\d+:\d+ +error/);
  });

  for (const [what, text] of Object.entries({
    empty: '',
    'one dash': '-',
    'an unclosed fence': '---\ntitle: x\n',
    'a list': '---\n- 1\n---\n',
    'null bytes late': `${'a'.repeat(9000)}\0`,
  })) {
    it(`takes ${what}`, () => void lintBeside({ 'odd.md': text }));
  }

  for (const [what, schema, says] of [
    ['a wrong word', '{"type":"object","properties":{"level":{"type":"strng"}}}', /is not valid at “\/properties\/level\/type”\./],
    ['a wrong pattern', '{"properties":{"a/b":{"pattern":"["}}}', /is not valid at “\/properties\/a~1b\/pattern”: this is not a regular/],
    ['a reference that leads nowhere', '{"$ref":"common.schema.json#/$defs/titel"}', /refers to “common\.schema\.json#\/\$defs\/titel”/],
    ['a list', '[]', /JSON Schema is not an object/],
  ] as const) {
    it(`tells of a schema of one’s own with ${what}, in plain words`, () => {
      const manifest = 'title: T\nframeworks: [framework.yml]\nsources: sources.yml\nglossary: glossary.yml\ntypes: { day: day.json }\n';
      const { flat, code } = lintBeside({ 'guidance.yml': manifest, 'day.json': schema });
      assert.match(flat, /5:15 error The type “day” cannot be used: its JSON Schema/);
      assert.match(flat, says);
      assert.doesNotMatch(flat, /must be|can't resolve|Invalid regular/);
      assert.equal(code, 2);
    });
  }

  it('tells of a missing folder and lints the others', () => {
    const { out, err, code } = dmap(temporaryGuidance({ 'plan.md': NEIGHBOUR }), ['lint', 'gone', 'plan.md']);
    assert.match(err, /^dmap: There is no file or folder “gone”\.\n$/);
    assert.match(out, /not-there\.md/);
    assert.equal(code, 2);
  });

  describe('and a rule that throws', () => {
    const meta = {
      group: 'words',
      description: 'Fail',
      defaultSeverity: 'warning',
      fixable: false,
      defaultOptions: {},
      messages: {},
    } as const;
    const fail = () => {
      throw new TypeError('no such thing');
    };
    const onDocument = defineDocumentRule({ id: 'fails-on-document', meta: { scope: 'document', ...meta }, check: fail });
    const onRoot = defineWorkspaceRule({ id: 'fails-on-root', meta: { scope: 'workspace', ...meta }, check: fail });

    async function lintWith(debug: boolean): Promise<{ out: string; err: string; code: number }> {
      const root = temporaryGuidance({ 'plan.md': NEIGHBOUR });
      const { terminal, written } = listeningTerminal();
      const code = await lintCommand([root], { format: ['pretty'], cache: false, parser: 'auto', debug }, terminal, {
        rules: [...rules, onDocument, onRoot],
      });
      return { ...written, code };
    }

    it('says which rule, runs the others and ends with 2, without a stack', async () => {
      const { out, err, code } = await lintWith(false);
      assert.equal(code, 2);
      assert.match(out, /The rule “fails-on-document” failed on this file: no such thing/);
      assert.match(out, /The rule “fails-on-root” failed/);
      assert.match(out, /not-there\.md/);
      assert.doesNotMatch(out + err, /\n +at /);
    });

    it('prints the stack with --debug', async () => assert.match((await lintWith(true)).err, /TypeError: no such thing\n +at .*fail /));
  });

  describe('and a fault of the tool outside all rules', () => {
    const fail = () => {
      throw new TypeError('no such thing');
    };

    it('is told in the file that it happened on, and counts as a failure of the tool', () => {
      const file = { path: 'care/plan.md', source: new SourceText('care/plan.md', NEIGHBOUR) };
      const { facts } = examineFile(
        file,
        rootSettings(NO_MANIFEST, () => undefined, { rules: [] }),
        { name: 'none', parse: fail },
      );
      assert.equal(facts.fields.state === 'unreadable' && facts.fields.reason, 'failed');
      assert.ok(
        isFailure({ path: facts.path, ruleId: 'internal/unreadable-file', messageId: 'failed', severity: 'error' } as LocatedDiagnostic),
      );
    });

    it('is not summed up as if nothing were wrong', async () => {
      const { terminal, written } = listeningTerminal();
      const faulty = Object.defineProperty({ id: 'faulty' }, 'meta', { get: fail }) as Rule;
      const options = { format: ['pretty'], cache: false, parser: 'auto' } as const;
      assert.equal(await lintCommand([temporaryGuidance()], options, terminal, { rules: [faulty] }), 2);
      assert.equal(written.out, '');
      assert.match(written.err, /^dmap: Something inside the tool failed: no such thing/);
    });
  });

  it('never crashes on the real guidance with its files cut off anywhere', () => {
    const root = join(temporaryGuidance(), '../copy');
    cpSync(join(PROJECT, 'guidance'), root, { recursive: true });
    for (const cut of [10, 300, 2000]) {
      const { err, code } = dmap(root, ['lint', '--no-cache', '--format', 'json']);
      assert.deepEqual([err, code === 0 || code === 1 || code === 2], ['', true]);
      for (const file of ['rasso/buy-in.md', 'sources.yml', 'destination-map.yml', 'guidance.yml']) {
        cpSync(join(PROJECT, 'guidance', file), join(root, file));
        truncateSync(join(root, file), cut);
      }
    }
  });
});
