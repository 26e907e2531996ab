import { strict as assert } from 'node:assert';
import { EXCHANGE_FORMATS } from '../../../src/cli/export/formats.js';
import { EXPORT_FORMATS } from '../../../src/extension/commands/export-formats.js';

describe('the formats that the editor offers', () => {
  it('are those of the command', () => {
    assert.deepEqual([...EXPORT_FORMATS].sort(), [...EXCHANGE_FORMATS].sort());
  });
});
