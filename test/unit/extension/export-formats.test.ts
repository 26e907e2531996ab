import { strict as assert } from 'node:assert';
import { EXCHANGE_FORMATS } from '../../../src/cli/export/formats.js';
import { EXPORT_FORMATS } from '../../../src/extension/commands/export-formats.js';

describe('the formats that the editor offers', () => {
  it('are those of the command', () => {
    // The consultation copy is offered as soon as the command has it.
    assert.deepEqual([...EXPORT_FORMATS].sort(), [...new Set([...EXCHANGE_FORMATS, 'docx'])].sort());
  });
});
