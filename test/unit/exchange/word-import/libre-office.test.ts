import { strict as assert } from 'node:assert';
import { Imported, removeImports } from '../../../support/importing.js';
import { savedByLibreOffice, whyNoLibreOffice } from '../../../support/libre-office.js';

const HTML = `
<h1>Scope</h1>
<p>For <b>all</b> who sail, see <a href="https://example.org/">there</a>.</p>
<table border="1">
  <thead><tr><th>No.</th><th>Criterion</th><th>What this means</th><th>Why it matters</th></tr></thead>
  <tbody>
    <tr><td colspan="4">People</td></tr>
    <tr><td>1</td><td>Knowing what each crew can do</td>
      <td><p>A list that is <i>kept</i>.</p><ul><li>names<ul><li>what each can do</li></ul></li><li>dates</li></ul><ol><li>Ask.</li><li>Write.</li></ol></td>
      <td>A reason (Example, 2023).</td></tr>
    <tr><td rowspan="2">3</td><td rowspan="2">Briefing before and after each passage</td><td><p>a) Before words.</p></td><td>One.</td></tr>
    <tr><td><p>b) After words.</p></td><td>Two.</td></tr>
  </tbody>
</table>
<h1>Standing</h1>
<p>A draft.</p>`;

describe('a document that LibreOffice has saved', function () {
  this.timeout(300_000);
  after(removeImports);

  it('is imported as one from Word is', async function () {
    // Needs a program that cannot be installed everywhere.
    if (whyNoLibreOffice() !== undefined) return this.skip();
    const imported = await Imported.from(savedByLibreOffice(HTML));
    assert.equal(imported.ran.err, '');
    assert.deepEqual(await imported.errors(), []);
    assert.equal(imported.section('index', 'Scope'), 'For **all** who sail, see [there](https://example.org/).');
    assert.equal(imported.section('index', 'Standing'), 'A draft.');
    assert.equal(
      imported.section('crew-skills', 'What this means'),
      'A list that is *kept*.\n\n- names\n  - what each can do\n- dates\n\n1. Ask.\n2. Write.',
    );
    assert.equal(imported.section('crew-skills', 'Why it matters'), 'A reason [@near-miss-study].');
    assert.equal(
      imported.section('safety-briefings', 'What this means'),
      '### Before the passage\n\nBefore words.\n\n### After the passage\n\nAfter words.',
    );
    assert.equal(imported.section('safety-briefings', 'Why it matters'), 'One.\n\nTwo.');
    assert.equal(imported.section('imported-from-word', 'Text that belongs to no criterion'), '### From row 2 of table 1\n\nPeople');
  });
});
