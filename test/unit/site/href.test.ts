import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { anchorHref, relativeAddress, relativeHref } from '../../../src/site/href.js';
import { runs } from '../../support/property.js';

describe('addresses between the pages of a site', () => {
  const cases: readonly [string, string, string | undefined, string][] = [
    ['rasso/buy-in.html', 'rasso/feedback.html', undefined, 'feedback.html'],
    ['rasso/buy-in.html', 'index.html', undefined, '../index.html'],
    ['index.html', 'rasso/buy-in.html', 'why', 'rasso/buy-in.html#why'],
    ['a/b/c.html', 'a/d/e.html', undefined, '../d/e.html'],
    ['ab/x.html', 'a/y.html', undefined, '../a/y.html'],
    ['a/b.html', 'a/b.html', undefined, 'b.html'],
    ['a/b.html', 'a/b.html', 'why not', '#why%20not'],
    ['a/b.html', 'a/', undefined, './'],
    ['a/b.html', 'a/what is it?.html', 'é', 'what%20is%20it%3F.html#%C3%A9'],
    ['a/b.html', 'a/javascript:alert(1).html', undefined, 'javascript%3Aalert(1).html'],
  ];
  for (const [from, to, fragment, expected] of cases) {
    it(`from ${from} to ${to}${fragment === undefined ? '' : ` at ${fragment}`}`, () =>
      assert.equal(relativeHref(from, to, fragment), expected));
  }

  it('take an address apart at its fragment', () => {
    assert.equal(relativeAddress('rasso/a.html', 'evidence.html#source-a'), '../evidence.html#source-a');
    assert.equal(relativeAddress('rasso/a.html', 'evidence.html'), '../evidence.html');
  });

  it('leave a # that is part of a name there', () => {
    assert.equal(relativeAddress('a.html', 'c#-notes.html'), 'c%23-notes.html');
    assert.equal(relativeAddress('a.html', 'logo#2.svg'), 'logo%232.svg');
    assert.equal(relativeAddress('a.html', 'a.html#b.html'), 'a.html%23b.html');
  });

  it('survive half a character', () => {
    assert.equal(relativeHref('a.html', '\ud800.html'), '%EF%BF%BD.html');
    assert.equal(anchorHref('\udc00'), '#%EF%BF%BD');
  });

  it('lead a browser from any page to any other, whatever their names', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((name) => !/^\.{0,2}$|[/\\\p{Surrogate}]/u.test(name));
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, path, fc.option(part, { nil: undefined }), (from, to, fragment) => {
        const base = `https://site.example/base/${from.split('/').map(encodeURIComponent).join('/')}`;
        const address = new URL(relativeHref(from, to, fragment), base);
        assert.equal(address.origin, 'https://site.example');
        assert.equal(address.pathname, `/base/${to.split('/').map(encodeURIComponent).join('/')}`);
        assert.equal(decodeURIComponent(address.hash.slice(1)), fragment ?? '');
      }),
      runs(500),
    );
  });
});
