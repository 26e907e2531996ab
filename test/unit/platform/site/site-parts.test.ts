import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { contentType } from '../../../../src/platform/node/site/content-type.js';
import { loadPreviewScript, loadSiteAssets } from '../../../../src/platform/node/site/site-assets.js';
import { assertZippable, zipFolder, zipSite } from '../../../../src/platform/node/site/zip-site.js';
import { UsageError } from '../../../../src/platform/node/usage-error.js';
import { cleanUp, folderWith } from './support.js';

const PARTS = {
  'site.css':
    '@font-face { src: url("./font.woff2") format("woff2") }\n.a { background: url(icon.svg) }\n.b { background: url("data:x") }\n',
  'site.js': 'void 0;\n',
  'search.js': 'search();\n',
  'preview.js': 'preview();\n',
  'font.woff2': new Uint8Array([1, 2, 3]),
  'icon.svg': '<svg/>',
};

describe('the parts of every site', () => {
  afterEach(cleanUp);

  it('have the hash of their content in their names', () => {
    const { assets, files } = loadSiteAssets(folderWith(PARTS));
    for (const name of Object.values(assets)) assert.match(name, /^assets\/(site|search|font|icon)\.[0-9a-f]{10}\.(css|js|woff2|svg)$/);
    assert.deepEqual(files.map(({ path }) => path).sort(), Object.values(assets).sort());
    assert.deepEqual(loadSiteAssets(folderWith(PARTS)), { assets, files });
  });

  it('refer to each other by those names', () => {
    const { assets, files } = loadSiteAssets(folderWith(PARTS));
    const style = String(files.find(({ path }) => path === assets.style)?.content);
    assert.ok(style.includes(`src: url("${assets.font.slice('assets/'.length)}") format`), style);
    assert.ok(style.includes(`url("${assets.icon.slice('assets/'.length)}")`), style);
    assert.ok(style.includes('url("data:x")'), style);
  });

  it('get other names when they change, and so does the style sheet whose font is another', () => {
    const before = loadSiteAssets(folderWith(PARTS)).assets;
    const after = loadSiteAssets(folderWith({ ...PARTS, 'font.woff2': new Uint8Array([9]) })).assets;
    assert.notEqual(after.font, before.font);
    assert.notEqual(after.style, before.style);
    assert.equal(after.script, before.script);
  });

  it('include the script of the preview', () => assert.equal(loadPreviewScript(folderWith(PARTS)), 'preview();\n'));

  it('are missed in plain words', () => {
    const { 'site.js': _, ...rest } = PARTS;
    assert.throws(
      () => loadSiteAssets(folderWith(rest)),
      (error) => error instanceof UsageError && /“site\.js”.*Install it again/.test(error.message),
    );
  });
});

describe('the type of a file', () => {
  it('goes by its ending, and what is not known is for keeping', () => {
    assert.equal(contentType('a/b.HTML'), 'text/html; charset=utf-8');
    for (const path of ['a', 'a.unknown', 'a.constructor', 'html/a']) assert.equal(contentType(path), 'application/octet-stream', path);
  });
});

describe('a zip of a site', () => {
  afterEach(cleanUp);
  const files = [
    { path: 'index.html', content: `<p>${'Über '.repeat(1000)}</p>` },
    { path: 'a/ü "q".html', content: 'x' },
    { path: 'assets/font.woff2', content: new Uint8Array([1, 2, 3]) },
  ];

  it('holds every file', () => {
    const out = join(folderWith(), 'site.zip');
    const size = zipSite(files, out);
    const bytes = readFileSync(out);
    assert.equal(size, bytes.length);
    assert.ok(size < 1000, 'compressed');
    const found = Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, content: Buffer.from(content).toString('latin1') }));
    assert.deepEqual(
      found,
      files.map(({ path, content }) => ({ path, content: Buffer.from(content).toString('latin1') })),
    );
  });

  it('is the same bytes, in whatever zone and year it is made', () => {
    const folder = folderWith();
    const script = `const { zipSite } = await import(process.argv[1]); zipSite([{ path: 'a.html', content: 'a' }], process.argv[2]);`;
    const module = join(import.meta.dirname, '../../../../src/platform/node/site/zip-site.ts');
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      const out = join(folder, `${zone.replace('/', '-')}.zip`);
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, module, out], {
        env: { ...process.env, TZ: zone },
      });
    }
    const [one, two] = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    assert.ok(one && two);
    assert.deepEqual(one, two);
  }).timeout(60_000);

  it('is whole or not there, and leaves an old one as it was', () => {
    const folder = folderWith({ 'site.zip': 'the old one' });
    function* failing() {
      yield { path: 'a', content: 'a' };
      throw new Error('no more');
    }
    assert.throws(() => zipSite(failing(), join(folder, 'site.zip')), /no more/);
    assert.throws(() => zipSite([{ path: '../a', content: 'a' }], join(folder, 'site.zip')), /no place inside the site/);
    assert.deepEqual(readdirSync(folder), ['site.zip']);
    assert.equal(readFileSync(join(folder, 'site.zip'), 'utf8'), 'the old one');
  });

  it('is refused where its folder is not there, and none is made', () => {
    const folder = folderWith({ 'a.zip/file': 'x' });
    assert.throws(() => zipSite(files, join(folder, 'new folder/site.zip')), /There is no folder “.*new folder” for the zip file/);
    assert.throws(() => zipSite(files, join(folder, 'a.zip/file/site.zip')), /There is no folder/);
    assert.deepEqual(readdirSync(folder), ['a.zip']);
  });

  it('is refused where the format has no room for the site', () => {
    assertZippable({ files: 65_535, bytes: 2 ** 32 - 1 });
    for (const size of [
      { files: 65_536, bytes: 1 },
      { files: 1, bytes: 2 ** 32 },
    ])
      assert.throws(
        () => assertZippable(size),
        (error) => error instanceof UsageError && /Leave out “--zip”/.test(error.message),
      );
  });

  it('is made from a site’s folder, in the order of the paths and without the marker', () => {
    const folder = folderWith({ 'c.html': 'c', 'a/b.html': 'b', '.destination-map-site.json': '{}' });
    const out = join(folderWith(), 'site.zip');
    zipFolder(folder, out);
    assert.deepEqual(Object.keys(unzipSync(readFileSync(out))), ['a/b.html', 'c.html']);
  });
});
