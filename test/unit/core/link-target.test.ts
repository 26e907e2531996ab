import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { linkTarget, relativeUrl } from '../../../src/core/markdown/link-target.js';
import { runs } from '../../support/property.js';

describe('linkTarget', () => {
  const target = (url: string) => linkTarget('rasso/deep/a.md', url);

  it('resolves a relative address from the document’s folder', () => {
    assert.deepEqual(target('b.md'), { path: 'rasso/deep/b.md' });
    assert.deepEqual(target('./b.md'), { path: 'rasso/deep/b.md' });
    assert.deepEqual(target('../b.md#why'), { path: 'rasso/b.md', fragment: 'why' });
    assert.deepEqual(target('c/../b.md?raw=1#x'), { path: 'rasso/deep/b.md', fragment: 'x' });
  });

  it('resolves an address that begins with a slash from the root', () => {
    assert.deepEqual(target('/index.md'), { path: 'index.md' });
  });

  it('takes an anchor alone for a place in the document itself', () => {
    assert.deepEqual(target('#why'), { path: 'rasso/deep/a.md', fragment: 'why' });
    assert.deepEqual(target(''), { path: 'rasso/deep/a.md' });
    assert.deepEqual(target('#'), { path: 'rasso/deep/a.md' });
  });

  it('decodes an address, and takes one with a stray per cent sign as it is', () => {
    assert.deepEqual(target('a%20b.md#caf%C3%A9'), { path: 'rasso/deep/a b.md', fragment: 'café' });
    assert.deepEqual(target('50%.md'), { path: 'rasso/deep/50%.md' });
  });

  it('follows no address of the web', () => {
    for (const url of [
      'https://example.org/a.md',
      'mailto:a@b.cd',
      '//example.org/a',
      'HTTP://x',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ])
      assert.deepEqual(target(url), {}, url);
  });

  it('says when an address leaves the root', () => {
    for (const url of [
      '../../../x.md',
      '../../../../etc/passwd',
      '/../x.md',
      '..\\..\\..\\x.md',
      '%2e%2e/%2e%2e/%2e%2e/x.md',
      'a/../../../../x.md',
    ]) {
      assert.deepEqual(target(url), { outside: true }, url);
    }
    assert.deepEqual(target('../../../x.md#y'), { outside: true, fragment: 'y' });
  });

  it('never gives a path that leaves the root', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b.md', '%2e%2e', '%2E.', '..%2f..', '%5c', '\\', '..\\', 'C:', '%', '\0', '?', '#');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom('/', '\\', '%2f'), (parts, slash) => {
        const { path } = linkTarget('a/b/c.md', parts.join(slash));
        if (path !== undefined) assert.ok(!path.startsWith('/') && !path.split(/[/\\]/).includes('..'), path);
      }),
      runs(2000),
    );
  });
});

describe('relativeUrl', () => {
  it('is the shortest way from one document to another', () => {
    assert.equal(relativeUrl('a.md', 'b.md'), 'b.md');
    assert.equal(relativeUrl('rasso/a.md', 'rasso/b.md'), 'b.md');
    assert.equal(relativeUrl('rasso/a.md', 'roles/b.md'), '../roles/b.md');
    assert.equal(relativeUrl('a.md', 'x/y/b.md'), 'x/y/b.md');
  });

  it('encodes what would mean something else in a link', () => {
    assert.equal(relativeUrl('a.md', 'b c#d (1).md'), 'b%20c%23d%20%281%29.md');
    assert.equal(relativeUrl('a.md', 'a,b;c@d.md'), 'a,b;c@d.md');
  });

  it('leads back to the document, whatever the names', () => {
    const name = fc.oneof(
      fc.constantFrom('a', 'rasso', 'a b', 'ü', '50%', 'x#y', 'q?', 'c:d', '(1)', '@&=+$,;', '%41', '🙂'),
      fc.string({ minLength: 1, maxLength: 6 }).filter((one) => !/[/\\]|^\.{1,2}$|[\uD800-\uDFFF]/.test(one)),
    );
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, path, (from, to) => {
        assert.deepEqual(linkTarget(from, relativeUrl(from, to)), { path: to });
      }),
      runs(2000),
    );
  });
});
