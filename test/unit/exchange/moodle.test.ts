import { strict as assert } from 'node:assert';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from '../../../src/exchange/csv.js';
import { idNumberOf, shortNameOf } from '../../../src/exchange/moodle/fields.js';
import { moodleFiles } from '../../../src/exchange/moodle/moodle-files.js';
import { cleanUp, temporaryGuidance } from '../../support/cli.js';
import { exchangeInputOf, GUIDANCE, HARBOUR } from '../../support/exchange-input.js';
import { importIntoMoodle } from '../../support/moodle-import.js';
import { runs } from '../../support/property.js';

describe('competency frameworks for Moodle', () => {
  after(cleanUp);

  async function imported(root: string, drafts = false) {
    const files = [...moodleFiles(await exchangeInputOf(root, { drafts }))];
    return files.map(({ path, content }) => ({ path, ...importIntoMoodle(String(content)) }));
  }

  it('have every element that somebody can be competent in, with the parts below it', async () => {
    const [file, ...others] = await imported(GUIDANCE);
    assert.deepEqual(others, []);
    assert.equal(file?.path, 'destination-map.rasso.csv');
    assert.equal(file.id, 'destination-map.rasso');
    const below = (parent: string) => file.competencies.filter((one) => one.parent === parent).map(({ name }) => name);
    assert.deepEqual(below(''), ['Criteria', 'Core domains', 'Knowledge domains', 'Attributes', 'Learning practices']);
    assert.equal(below('criterion').length, 17);
    assert.equal(below('criterion')[11], '12: Feedback culture');
    assert.deepEqual(below('criterion.quality-assurance'), ['10a: Design', '10b: Delivery', '10c: Impact']);
    assert.equal(below('attribute').length, 9);
  });

  it('say what the framework calls an element, and what the guidance on it is about', async () => {
    const [file] = await imported(GUIDANCE);
    const found = file?.competencies.find(({ id }) => id === 'criterion.feedback-culture');
    assert.match(found?.description ?? '', /^<p>12: Embedded and effective feedback culture<\/p><p>How a safe environment/);
    assert.match(file?.description ?? '', /not issued or endorsed by the College of Policing/);
  });

  it('keep cross-references, on both of their sides', async () => {
    const [file] = await imported(GUIDANCE);
    const related = new Map(file?.competencies.map((one) => [one.id, one.related]));
    const feedback = related.get('criterion.feedback-culture') ?? [];
    for (const id of ['criterion.reflective-practice', 'domain.organisations', 'attribute.learning-organisations', 'practice.debriefing'])
      assert.ok(feedback.includes(id), id);
    assert.ok(related.get('domain.publics')?.includes('knowledge-domain.public-value-theory'));
    for (const [id, others] of related) for (const other of others) assert.ok(related.get(other)?.includes(id), `${other} ↔ ${id}`);
  });

  it('are made of a framework of another shape too', async () => {
    const [file] = await imported(HARBOUR, true);
    assert.ok(file && file.competencies.length > 30);
    assert.ok(file.competencies.some(({ id }) => id === 'criterion.emergency-drills.review'));
  });

  it('are made of a framework that no application that is exported applies', async () => {
    const [file] = await imported(temporaryGuidance({ 'garden.md': APPLICATION }));
    assert.ok(file && !file.id.includes('garden'));
    const [, draft] = (await imported(temporaryGuidance({ 'garden.md': APPLICATION }), true)).map(({ id }) => id);
    assert.equal(draft, undefined);
  });

  it('lead to the published guidance where there is some', async () => {
    const addressOf = (thing: object) => ('document' in thing ? `https://example.org/${String(thing.document)}?a&b` : undefined);
    const [file] = [...moodleFiles(await exchangeInputOf(GUIDANCE, { addressOf }))].map(({ content }) => importIntoMoodle(String(content)));
    const found = file?.competencies.find(({ id }) => id === 'criterion.buy-in');
    assert.match(found?.description ?? '', /<a href="https:\/\/example\.org\/rasso\/buy-in\.md\?a&amp;b">/);
  });

  it('are the same bytes each time', async () => {
    const [first, second] = await Promise.all([exchangeInputOf(GUIDANCE), exchangeInputOf(GUIDANCE)]);
    assert.deepEqual([...moodleFiles(first)], [...moodleFiles(second)]);
  });

  it('have names and ID numbers within the limits, and different ones for different keys, whatever is written', () => {
    const key = fc.string({ unit: 'grapheme', maxLength: 150 });
    fc.assert(
      fc.property(key, key, (one, other) => {
        for (const text of [shortNameOf(one), idNumberOf('criterion', one)]) {
          assert.ok([...text].length <= 100 && text !== '' && text !== '0' && !/[<>\\]/.test(text));
        }
        if (one !== other) assert.notEqual(idNumberOf('criterion', one), idNumberOf('criterion', other));
      }),
      runs(500),
    );
  });
});

describe('comma-separated values', () => {
  it('are read again as they were written', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', '"', '\r\n', ',', 'a "b", c'));
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(rows, (table) => {
        assert.deepEqual(parse(csvText(table), { record_delimiter: '\r\n', bom: false }), table);
      }),
      runs(500),
    );
  });
});

const APPLICATION = `---
title: In the garden
type: application
application: garden
status: draft
---

# In the garden
`;
