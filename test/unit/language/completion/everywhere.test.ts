import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { completionsAt } from '../../../../src/language/completion/completions-at.js';
import { secondFramework, withSecondApplication } from '../../../support/fixture-roots.js';
import { openRoot } from '../../../support/marked-root.js';
import { runs } from '../../../support/property.js';

describe('completion at any place of real guidance', () => {
  for (const [name, files] of Object.entries({ 'the guidance': withSecondApplication(), 'another framework': secondFramework() })) {
    it(`takes the place of what is written there: ${name}`, () => {
      const root = openRoot(files, {});
      const paths = Object.keys(files).filter((path) => root.snapshot.facts(path));
      fc.assert(
        fc.property(fc.constantFrom(...paths), fc.nat(), (path, place) => {
          const document = root.document(path);
          const { length } = document.source.text;
          const offset = place % (length + 1);
          const { items } = completionsAt(document, offset);
          for (const { edit, label, filterText } of items) {
            assert.ok(edit.start <= offset && offset <= edit.end && edit.end <= length, label);
            assert.notEqual(label, '');
            const [first = ''] = document.source.text.slice(edit.start, offset);
            if (/["'[@#]/.test(first)) assert.ok((filterText ?? label).startsWith(first), `${label} is not found by “${first}”`);
          }
        }),
        runs(400),
      );
    });
  }
});
