import { strict as assert } from 'node:assert';
import { labelInParentheses } from '../../../src/core/model/bibliography.js';

describe('the label of a work between round brackets', () => {
  for (const label of ['Smith and others, 2020', 'Smith and others (2020)']) {
    it(`is the year alone where the text has the names: ${label}`, () => {
      assert.equal(labelInParentheses(label, true), '2020');
      assert.equal(labelInParentheses(label, false), 'Smith and others, 2020');
    });
  }

  it('keeps the names of a work without a year, which would have nothing else', () => {
    assert.equal(labelInParentheses('CPRL', true), 'CPRL');
  });
});
