import { strict as assert } from 'node:assert';
import { completing } from '../../../support/completing.js';
import { withSecondApplication } from '../../../support/fixture-roots.js';

const APPLICATION = `---
title: Our street
type: application
application: street
status: in-review
---

# Our street
`;

/** A piece of guidance with front matter around the cursor. */
function guidance(fields: string): string {
  return `---\n${fields}\n---\n\n# Listening to neighbours\n\n## What this means\n\nWe listen.\n`;
}

const KNOWN = 'title: Listening to neighbours\ntype: criterion-guidance\napplication: street\n';
const FILES = { 'street/index.md': APPLICATION };

describe('completion of front matter', () => {
  it('offers the fields that are missing, required ones first, with their help', () => {
    const { labels, item, chosen } = completing('street/a.md', guidance(`${KNOWN}|`), FILES);
    assert.deepEqual(labels.slice(0, 4), ['status', 'criterion', 'id', 'summary']);
    assert.ok(!labels.includes('title'));
    assert.equal(item('status').detail, 'Status (required)');
    assert.match(item('status').documentation ?? '', /Where the document stands.*`draft`, `in-review`/s);
    assert.ok(chosen('status').includes('application: street\nstatus: \n---'));
  });

  it('takes the place of a name that is begun, and of one that has its colon', () => {
    assert.ok(
      completing('street/a.md', guidance(`${KNOWN}st|`), FILES)
        .chosen('status')
        .includes('\nstatus: \n'),
    );
    assert.ok(
      completing('street/a.md', guidance(`${KNOWN}own|: Me`), FILES)
        .chosen('owner')
        .includes('\nowner: Me\n'),
    );
  });

  it('begins lists and mappings in their form', () => {
    const { chosen } = completing('street/a.md', guidance(`${KNOWN}|`), FILES);
    assert.ok(chosen('serves').includes('\nserves:\n  - domain: \n'));
    assert.ok(chosen('audiences').includes('\naudiences:\n  - \n'));
  });

  it('keeps the line endings of the file', () => {
    const { chosen } = completing('street/a.md', guidance(`${KNOWN}|`).replaceAll('\n', '\r\n'), FILES);
    assert.ok(chosen('serves').includes('\r\nserves:\r\n  - domain: \r\n'));
  });

  it('offers the fields of an entry in a list', () => {
    const { labels } = completing('street/a.md', guidance(`${KNOWN}serves:\n  - domain: people\n    |`), FILES);
    assert.deepEqual(labels, ['basis', 'attributes', 'because']);
    assert.deepEqual(completing('street/a.md', guidance(`${KNOWN}serves:\n  - |`), FILES).labels, [
      'domain',
      'basis',
      'attributes',
      'because',
    ]);
    assert.deepEqual(completing('street/a.md', guidance(`${KNOWN}gaps: [{ about: x, | }]`), FILES).labels, ['because', 'section']);
  });

  it('begins another entry below a field', () => {
    const { chosen } = completing('street/a.md', guidance(`${KNOWN}serves:\n  |`), FILES);
    assert.ok(chosen('domain').includes('\nserves:\n  - domain: \n'));
  });

  it('offers choices, dates and booleans', () => {
    assert.deepEqual(completing('street/a.md', guidance(`${KNOWN}status: |`), FILES).labels, [
      'draft',
      'in-review',
      'published',
      'withdrawn',
    ]);
    const date = completing('street/a.md', guidance(`${KNOWN}last_reviewed_on:|`), FILES);
    assert.equal(date.item('2026-09-01').detail, 'Today, 1 September 2026');
    assert.ok(date.chosen('2026-09-01').includes('last_reviewed_on: 2026-09-01\n'));
    assert.deepEqual(completing('sources.yml', 'sources:\n  - id: a\n    verified: |').labels, ['true', 'false']);
    assert.deepEqual(completing('street/a.md', guidance(`${KNOWN}review_in: |`), FILES).labels, ['6 months', '1 year']);
  });

  it('offers elements by their titles and writes their keys', () => {
    const { labels, chosen, item } = completing('street/a.md', guidance(`${KNOWN}criterion: li|`), FILES);
    assert.deepEqual(labels, ['1: Listening to neighbours', '2: Planning together', '3: Sharing what was learnt']);
    assert.equal(item('2: Planning together').detail, 'planning');
    assert.match(item('2: Planning together').documentation ?? '', /- 2a: Agreeing/);
    assert.ok(chosen('2: Planning together').includes('\ncriterion: planning\n'));
  });

  it('leaves out what a list has already', () => {
    const { labels, chosen } = completing('street/a.md', guidance(`${KNOWN}related: [listening, |]`), FILES);
    assert.deepEqual(labels, ['2: Planning together', '3: Sharing what was learnt']);
    assert.ok(chosen('2: Planning together').includes('related: [listening, planning]'));
    assert.deepEqual(completing('street/a.md', guidance(`${KNOWN}related:\n  - listening\n  - |`), FILES).labels.length, 2);
  });

  it('offers the items of a list that is begun without a dash', () => {
    const { chosen } = completing('street/a.md', guidance(`${KNOWN}related:\n  - listening\n  |`), FILES);
    assert.ok(chosen('2: Planning together').includes('related:\n  - listening\n  - planning\n'));
  });

  it('offers types, applications, sources and this document’s sections', () => {
    const { labels, item } = completing('street/a.md', guidance('title: A\ntype: |'), FILES);
    assert.ok(labels.includes('criterion-guidance') && labels.includes('page') && !labels.includes('sources'));
    assert.equal(item('criterion-guidance').detail, 'Guidance on a criterion');
    assert.deepEqual(completing('street/a.md', guidance('type: criterion-guidance\napplication: |'), FILES).labels, ['street']);
    const source = completing('street/index.md', APPLICATION.replace('status', 'provenance: [|]\nstatus'));
    assert.ok(source.chosen('Smith, 2020: How neighbours listen').includes('provenance: [smith-2020]'));
    const section = completing('a.md', guidance('type: resource\nsupports:\n  - section: |'));
    assert.deepEqual(section.labels, ['What this means']);
  });

  it('works while the front matter cannot be read', () => {
    const unclosed = `---\n${KNOWN}criterion: |\n\n# Listening\n`;
    assert.equal(completing('street/a.md', unclosed, FILES).labels.length, 3);
    assert.ok(completing('street/a.md', guidance(`${KNOWN}related: [one\nsta|`), FILES).labels.includes('status'));
    assert.ok(completing('street/a.md', '---\n|\n---\n\n# New\n').labels.includes('type'));
  });

  it('offers what several documents have in the same field', () => {
    const page = (owner: string) => `---\ntitle: T\ntype: page\nstatus: draft\nowner: ${owner}\n---\n\n# T\n`;
    const files = { 'a.md': page('Head of listening'), 'b.md': page('Head of listening'), 'c.md': page('Someone') };
    assert.deepEqual(completing('d.md', '---\ntitle: T\ntype: page\nowner: |\n---\n', files).labels, ['Head of listening']);
  });

  it('keeps the quotation marks in what is compared', () => {
    const { item } = completing('street/a.md', guidance(`${KNOWN}status: "dr|"`), FILES);
    assert.ok(item('draft').filterText?.startsWith('"draft'));
  });

  it('knows no framework of its own', () => {
    const files = withSecondApplication();
    const text = files['rasso/feedback-culture.md'] ?? '';
    const { labels } = completing('rasso/feedback-culture.md', text.replace('criterion: feedback-culture', 'criterion: |'), files, {});
    assert.equal(labels.length, 17);
    assert.match(labels[2] ?? '', /^3: Systems and processes for understanding L&D requirements/);
  });
});
