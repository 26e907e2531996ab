import { strict as assert } from 'node:assert';
import { chmodSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeChanges } from '../../../src/cli/fix/write-changes.js';
import { buildOnce, cleanUp, dmap, page, temporaryGuidance, textsIn } from '../../support/cli.js';

const TO_MEND = page('Listening', 'Good organizational habits.\n\nMore organizational habits.');
const OTHERS = { 'plan.md': page('Planning', 'See [x](gone.md).'), 'odd.txt': 'left alone\r\n' };

function messagesIn(out: string): { fixable: boolean }[] {
  return (JSON.parse(out) as { messages: { fixable: boolean }[] }[]).flatMap(({ messages }) => messages);
}

describe('dmap lint --fix', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  it('mends what can be mended, changes nothing else, and reports what is left', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND, ...OTHERS });
    const before = textsIn(root);
    const { out, code } = dmap(root, ['lint', '--fix']);
    assert.deepEqual(textsIn(root), { ...before, 'listen.md': TO_MEND.replaceAll('organizational', 'organisational') });
    assert.match(out, /^Mended 1 file:\n {2}listen\.md\n/);
    assert.match(out, /no file at “gone\.md”/);
    assert.doesNotMatch(out, /organizational/);
    assert.equal(code, 1);
  });

  it('changes nothing the second time', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND, ...OTHERS });
    dmap(root, ['lint', '--fix']);
    const once = textsIn(root);
    const { out } = dmap(root, ['lint', '--fix']);
    assert.deepEqual(textsIn(root), once);
    assert.doesNotMatch(out, /Mended/);
  });

  it('keeps the byte order mark, line endings, mode and a missing last line end', () => {
    const text = `\uFEFF${TO_MEND.replaceAll('\n', '\r\n').trimEnd()}`;
    const root = temporaryGuidance({ 'listen.md': text });
    chmodSync(join(root, 'listen.md'), 0o640);
    dmap(root, ['lint', '--fix']);
    assert.equal(readFileSync(join(root, 'listen.md'), 'utf8'), text.replaceAll('organizational', 'organisational'));
    assert.equal(statSync(join(root, 'listen.md')).mode & 0o777, 0o640);
  });

  it('mends only the files that were asked about', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND, 'other.md': TO_MEND });
    dmap(root, ['lint', '--fix', 'listen.md']);
    assert.equal(readFileSync(join(root, 'other.md'), 'utf8'), TO_MEND);
    assert.doesNotMatch(readFileSync(join(root, 'listen.md'), 'utf8'), /organizational/);
  });

  it('mends through a link without replacing the link', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND });
    symlinkSync('listen.md', join(root, 'also.md'));
    const { code } = dmap(root, ['lint', '--fix', '--quiet']);
    assert.equal(readFileSync(join(root, 'also.md'), 'utf8'), TO_MEND.replaceAll('organizational', 'organisational'));
    assert.notEqual(code, 2);
  });

  it('does not touch the root’s manifest where another one is used', () => {
    const root = temporaryGuidance();
    const manifest = `${readFileSync(join(root, 'guidance.yml'), 'utf8')}lang: 010\n`;
    writeFileSync(join(root, '../other.yml'), manifest);
    const before = textsIn(root);
    dmap(root, ['lint', '--fix', '--config', '../other.yml']);
    assert.deepEqual(textsIn(root), before);
    assert.equal(readFileSync(join(root, '../other.yml'), 'utf8'), manifest);
  });

  it('ends with 2 where a file may not be written, and mends the others', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND, 'other.md': TO_MEND });
    chmodSync(join(root, 'listen.md'), 0o444);
    // Permissions stop everybody but the superuser.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    for (const folder of [root, join(root, '..')]) chmodSync(folder, 0o777);
    chmodSync(join(root, 'other.md'), 0o666);
    const { err, code } = dmap(root, ['lint', '--fix', '--no-cache'], user);
    assert.equal(code, 2);
    assert.match(err, /^dmap: “listen\.md” may not be read or written\. Change its permissions/);
    assert.equal(readFileSync(join(root, 'listen.md'), 'utf8'), TO_MEND);
    assert.doesNotMatch(readFileSync(join(root, 'other.md'), 'utf8'), /organizational/);
  });

  it('names the folder where nothing can be written in it', () => {
    const root = temporaryGuidance({ 'closed/listen.md': TO_MEND });
    chmodSync(join(root, 'closed'), 0o555);
    // Permissions stop everybody but the superuser.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    for (const folder of [root, join(root, '..')]) chmodSync(folder, 0o777);
    chmodSync(join(root, 'closed/listen.md'), 0o666);
    const { err, code } = dmap(root, ['lint', '--fix', '--no-cache'], user);
    const made = dmap(root, ['new', 'page', 'X', '--path', 'closed/deep/x.md'], user);
    chmodSync(join(root, 'closed'), 0o755);
    for (const text of [err, made.err])
      assert.equal(text, 'dmap: The folder “closed” may not be read or written. Change its permissions, then try again.\n');
    assert.deepEqual([code, made.code], [2, 2]);
  });

  it('leaves no draft behind', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND });
    dmap(root, ['lint', '--fix']);
    assert.deepEqual(
      Object.keys(textsIn(root)).filter((path) => path.includes('.tmp')),
      [],
    );
  });

  it('prints JSON alone on the standard output', () => {
    const { out, err } = dmap(temporaryGuidance({ 'listen.md': TO_MEND }), ['lint', '--fix', '--format', 'json']);
    assert.doesNotThrow(() => JSON.parse(out) as unknown);
    assert.match(err, /Mended 1 file/);
  });
});

describe('dmap lint --fix-dry-run', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  it('shows a diff of all that would change, says what would be left, and changes nothing', () => {
    const root = temporaryGuidance({ 'listen.md': TO_MEND, ...OTHERS });
    const before = textsIn(root);
    const { out, code } = dmap(root, ['lint', '--fix-dry-run']);
    assert.deepEqual(textsIn(root), before);
    assert.match(out, /^--- listen\.md\n\+\+\+ listen\.md\n@@ .* @@\n/);
    assert.match(out, /\n-Good organizational habits\.\n\+Good organisational habits\.\n/);
    assert.match(out, /Nothing has been changed\./);
    assert.match(out, /gone\.md/);
    assert.equal(code, 1);
  });

  it('says so where there is nothing to mend', () => {
    assert.match(dmap(temporaryGuidance(), ['lint', '--fix-dry-run']).out, /^There is nothing that --fix could mend\./);
  });

  it('reports on the texts as they are on disk, and marks what would be mended', () => {
    const root = temporaryGuidance({ 'listen.md': page('Listening', '[[nowhere]]\n\nGood organizational habits. [[plan]]'), ...OTHERS });
    const { out } = dmap(root, ['lint', 'listen.md', '--fix-dry-run']);
    assert.match(out, /^ +11:6 {2}warning .*\n?.*\[--fix mends\s+this\]/m);
    assert.match(out, /11 \| Good organizational habits\./);
    assert.match(out, /“--fix” would mend 2 of these\./);
    assert.doesNotMatch(out, /\[\[nowhere\]\].*\n?.*\[--fix/);
  });

  it('reports in JSON what lint reports, and calls fixable what --fix then mends', () => {
    const root = temporaryGuidance({
      'Listen Well.md': '# Listening\n\nAn organizational [[plan]].\n',
      'plan.md': page('Planning', 'See [x](Listen%20Well.md).'),
    });
    const dry = dmap(root, ['lint', '--fix-dry-run', '--format', 'json']);
    assert.equal(dry.out, dmap(root, ['lint', '--format', 'json']).out);
    const fixable = dry.out.split('\n').filter((line) => line.includes('"fixable": true')).length;
    const before = messagesIn(dry.out);
    const left = messagesIn(dmap(root, ['lint', '--fix', '--format', 'json']).out);
    assert.deepEqual([left.filter((one) => one.fixable).length, before.length - left.length], [0, fixable]);
  });
});

describe('writing changes', () => {
  after(cleanUp);
  const display = (path: string) => path;

  it('does not overwrite a file that changed since it was read', () => {
    const root = temporaryGuidance({ 'listen.md': 'new\n' });
    const { written, failed } = writeChanges(root, [{ path: 'listen.md', before: 'old\n', after: 'mended\n' }], display);
    assert.deepEqual(written, []);
    assert.match(String(failed[0]?.error), /“listen\.md” was not changed: somebody changed it since it was read/);
    assert.equal(readFileSync(join(root, 'listen.md'), 'utf8'), 'new\n');
  });

  it('moves a file with its new text, and never over another', () => {
    const root = temporaryGuidance({ 'a.md': 'old\n', 'b.md': 'other\n' });
    const change = { path: 'a.md', before: 'old\n', after: 'new\n' };
    assert.equal(writeChanges(root, [{ ...change, renameTo: 'b.md' }], display).failed.length, 1);
    assert.equal(readFileSync(join(root, 'b.md'), 'utf8'), 'other\n');
    assert.equal(writeChanges(root, [{ ...change, renameTo: 'deep/c.md' }], display).failed.length, 0);
    assert.equal(readFileSync(join(root, 'deep/c.md'), 'utf8'), 'new\n');
    assert.equal(textsIn(root)['a.md'], undefined);
  });

  it('stays inside the root', () => {
    const root = temporaryGuidance({ 'a.md': 'old\n' });
    const { failed } = writeChanges(root, [{ path: 'a.md', renameTo: '../out.md', before: 'old\n', after: 'old\n' }], display);
    assert.match(String(failed[0]?.error), /leave the guidance folder/);
  });

  it('tells of a file that has gone, and makes the other changes', () => {
    const root = temporaryGuidance({ 'a.md': 'old\n', 'b.md': 'old\n' });
    rmSync(join(root, 'a.md'));
    const changes = ['a.md', 'b.md'].map((path) => ({ path, before: 'old\n', after: 'new\n' }));
    const { written, failed } = writeChanges(root, changes, display);
    assert.deepEqual([written.length, failed.length], [1, 1]);
  });
});
