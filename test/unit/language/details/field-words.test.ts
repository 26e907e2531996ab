import { strict as assert } from 'node:assert';
import { FieldWords } from '../../../../src/language/details/field-words.js';

describe('the words of a form', () => {
  const words = new FieldWords();
  words.name(['status'], 'Status');
  words.name(['last_reviewed_on'], 'Last reviewed on');
  words.name(['related'], 'Related criteria');
  words.name(['gaps'], 'Recorded gaps');
  words.name(['gaps', 3, 'about'], 'About');
  words.name(['gaps', 3, 'because'], 'Reason');
  const said = (message: string, field: (string | number)[], data: Record<string, string> = {}, place = field) =>
    words.inForm({ message, field, data, place });

  it('name a field', () => {
    assert.deepEqual(said('“last_reviewed_on” is empty.', ['last_reviewed_on'], { field: 'last_reviewed_on' }), {
      message: '“Last reviewed on” is empty.',
    });
  });

  it('name a field of an entry, in it and elsewhere', () => {
    const because = ['gaps', 3, 'because'];
    const message = '“gaps › entry 4 (A local example) › because” is empty.';
    assert.equal(said(message, because).message, '“Reason” is empty.');
    assert.equal(said(message, because, {}, ['gaps']).message, '“Recorded gaps › entry 4 (A local example) › Reason” is empty.');
  });

  it('name an entry, and what it lacks', () => {
    const { message } = said('Add “because” to “gaps › entry 4 (A local example)”.', ['gaps', 3], { field: 'because' });
    assert.equal(message, 'Add “Reason” to “Recorded gaps › entry 4 (A local example)”.');
  });

  it('say of what other fields a message speaks', () => {
    const data = { fields: '“last_reviewed_on”' };
    assert.deepEqual(said('This does not give “last_reviewed_on”.', ['status'], data), {
      message: 'This does not give “Last reviewed on”.',
      about: [['last_reviewed_on']],
    });
  });

  it('leave what somebody has written, and what is no field of the form', () => {
    const found = '“status” in “related” is no key. Did you mean “gaps”?';
    assert.equal(
      said(found, ['related', 0], { found: 'status', field: 'related', hint: ' Did you mean “gaps”?' }).message,
      '“status” in “Related criteria” is no key. Did you mean “gaps”?',
    );
    const type = 'No document of the type “status” names “because” or “gaps › entry 9 › why”.';
    assert.equal(said(type, ['related']).message, type);
  });
});
