import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../../src/platform/node/pdf/find-browser.js';

describe('looking for a browser', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dmap-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds one in PATH, the one that is named before all others', () => {
    for (const name of ['microsoft-edge', 'chromium', 'mine']) writeFileSync(join(folder, name), '');
    assert.equal(findBrowser({ PATH: folder }, 'linux'), join(folder, 'chromium'));
    assert.equal(findBrowser({ PATH: folder, DMAP_CHROMIUM: join(folder, 'mine') }, 'linux'), join(folder, 'mine'));
  });

  it('says what to do where there is none', () => {
    assert.throws(() => findBrowser({}, 'linux'), /needs an installed Chromium, Chrome or Edge, and none was found\. Install one, or name/);
  });
});
