import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { packageFiles } from '../../../src/exchange/scorm/scorm-files.js';
import type { Course } from '../../../src/exchange/scorm/types.js';
import { Progress } from '../../../src/webview/scorm/progress.js';
import { timeSpan } from '../../../src/webview/scorm/session.js';
import { runs } from '../../support/property.js';
import { readManifest } from '../../support/scorm-manifest.js';

const COURSE: Course = {
  uuid: '76c670da-2637-5a97-94a5-814eb9b3a463',
  title: 'Gardens & “<b>sheds</b>”',
  lang: 'en-GB',
  description: undefined,
  pages: [{ path: 'garden/über & out.html', title: '1: <i>Over</i>' }],
  siteFiles: ['assets/site.css', 'garden/über & out.html'],
  style: 'assets/site.css',
};

describe('a SCORM package', () => {
  function files(course: Course): Map<string, string> {
    return new Map([...packageFiles(course, { script: 's', style: 'c' })].map(({ path, content }) => [path, String(content)]));
  }

  it('has a manifest as the standard’s schemas ask for it, that lists every file', () => {
    const { title, launched, files: listed } = readManifest(files(COURSE).get('imsmanifest.xml') ?? '');
    assert.equal(title, COURSE.title);
    assert.equal(launched, 'player.html');
    assert.deepEqual(listed, ['player.html', 'player.js', 'player.css', 'site/assets/site.css', 'site/garden/%C3%BCber%20%26%20out.html']);
  });

  it('has nothing of a title become markup, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const made = files({ ...COURSE, title, pages: [{ path: 'a.html', title }] });
        const readable = title.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
        assert.equal(readManifest(made.get('imsmanifest.xml') ?? '').title, readable);
        assert.equal(
          made.get('player.html')?.split('<').length,
          files({ ...COURSE, title: 'x', pages: [{ path: 'a.html', title: 'x' }] })
            .get('player.html')
            ?.split('<').length,
        );
      }),
      runs(300),
    );
  });
});

describe('what a platform keeps of a course', () => {
  const pages = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 });

  it('is taken up as it was left', () => {
    fc.assert(
      fc.property(pages, fc.array(fc.nat(59)), (all, opened) => {
        const progress = new Progress(all);
        for (const index of opened) progress.mark(all[index] ?? '');
        const next = new Progress(all);
        next.resume(progress.kept() ?? '');
        assert.deepEqual(
          all.map((page) => next.has(page)),
          all.map((page) => progress.has(page)),
        );
        assert.equal(
          next.complete,
          all.every((page) => progress.has(page)),
        );
      }),
      runs(300),
    );
  });

  it('is left where it was of an edition with other pages, or of something else', () => {
    const progress = new Progress(['a', 'b']);
    progress.mark('a');
    for (const kept of [progress.kept() ?? '', '', 'x', ':::', '{"a":1}']) {
      const other = new Progress(['a', 'c']);
      other.resume(kept);
      assert.equal(other.count, 0);
    }
  });

  it('is never more than a platform takes', () => {
    const kept = (count: number) => new Progress(Array.from({ length: count }, (_, index) => `page ${index}`)).kept();
    assert.ok((kept(16_000)?.length ?? 5000) <= 4096);
    assert.equal(kept(20_000), undefined);
  });

  it('has times as the standard writes them', () => {
    assert.deepEqual([0, 3_723_450, 1e15, -5].map(timeSpan), ['0000:00:00.00', '0001:02:03.45', '9999:59:59.99', '0000:00:00.00']);
  });
});
