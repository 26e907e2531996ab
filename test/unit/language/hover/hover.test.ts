import { strict as assert } from 'node:assert';
import { hoverAt } from '../../../../src/language/hover/hover-at.js';
import { secondFramework } from '../../../support/fixture-roots.js';
import { markedRoot } from '../../../support/marked-root.js';

const FILES = {
  'street/index.md':
    '---\ntitle: Our street\ntype: application\napplication: street\nstatus: draft\n---\n\n# Our street\n\n## Scope\n\nAll.\n',
  'street/listening.md':
    '---\ntitle: Listening to neighbours\ntype: criterion-guidance\napplication: street\ncriterion: listening\nsummary: How to *hear* them.\nstatus: draft\n---\n\n# Listening to neighbours\n\n## What this means\n\nX.\n',
};

const FRONT = 'title: Planning together\ntype: criterion-guidance\napplication: street\ncriterion: planning\nstatus: draft';

/** What is said at the `|`, and of which words. */
function hover(
  marked: string,
  path = 'street/planning.md',
  files: Readonly<Record<string, string>> = FILES,
  base?: Record<string, string>,
) {
  const { at, offset } = markedRoot(path, marked, files, base);
  const found = hoverAt(at, offset);
  return found && { words: at.source.text.slice(found.range.start, found.range.end), says: found.contents };
}

function inFields(fields: string) {
  return hover(`---\n${fields}\n---\n\n# Planning together\n`);
}

function inText(text: string) {
  return hover(`---\n${FRONT}\n---\n\n# Planning together\n\n${text}\n`);
}

describe('what is said of a place', () => {
  it('tells of an element with its coverage in each application', () => {
    const found = inFields(FRONT.replace('planning', 'list|ening'));
    assert.equal(found?.words, 'listening');
    assert.equal(
      found?.says,
      [
        '**1: Listening to neighbours**',
        'Criterion `listening` of Good neighbours',
        '- Our street: **partly covered**: its status is `draft`; to be written: “Why it matters”, “What to consider”, “Local example” and “Questions to reflect on”',
      ].join('\n\n'),
    );
    assert.match(inFields(FRONT.replace(': planning', ': pl|anning'))?.says ?? '', /- 2a: Agreeing\n- 2b: Doing/);
    assert.match(
      inFields(`${FRONT}\nserves:\n  - domain: pe|ople`)?.says ?? '',
      /Evidence comes from Theory of people\.\n\n- Our street: served by 1 of 3 criteria/,
    );
  });

  it('gives a work in full, and what a point says', () => {
    const source = inText('They talk [@smith|-2020, point 1.2].');
    assert.equal(source?.words, 'smith-2020');
    assert.match(source?.says ?? '', /^Smith, A\. \(2020\) How neighbours listen\./);
    assert.match(
      inText('They talk [@smith-2020, point 1.|2].')?.says ?? '',
      /\*\*Point 1\.2\*\* \(recommendation\)\n\nCome back within a week\./,
    );
  });

  it('tells of terms, and of what links lead to', () => {
    assert.match(inText('The NH|W is here.')?.says ?? '', /\*\*NHW\*\*: neighbourhood watch\n\nNeighbours who look out/);
    const link = inText('See [this](list|ening.md).');
    assert.match(link?.says ?? '', /^\*\*Listening to neighbours\*\*\n\nHow to \\\*hear\\\* them\.\n\nGuidance on a criterion, `draft`$/);
    assert.match(inText('See [[list|ening]].')?.says ?? '', /\*\*Listening to neighbours\*\*/);
    assert.match(inText('See [this](listening.md#what-|this-means).')?.says ?? '', /A section of “Listening to neighbours”/);
  });

  it('says how far away a date is, and when the next review is due', () => {
    const dates = `${FRONT}\nlast_reviewed_on: 2026-06|-01\nreview_in: 6 months`;
    assert.equal(inFields(dates)?.says, '1 June 2026, 3 months ago\n\nThe next review is due 1 December 2026, in 3 months.');
    assert.match(
      inFields(dates.replace('|', '').replace('6 mon', '6 m|on'))?.says ?? '',
      /\*\*Review in\*\*.*due 1 December 2026, in 3 months/s,
    );
  });

  it('gives the help of a field, also where the front matter cannot be read', () => {
    assert.match(
      inFields(FRONT.replace('status', 'sta|tus'))?.says ?? '',
      /^\*\*Status\*\* `status` \(required\)\n\nWhere the document stands/,
    );
    assert.match(inFields(FRONT.replace('draft', 'dr|aft'))?.says ?? '', /One of: `draft`/);
    assert.match(inFields(FRONT.replace('status', 'related: [\nsta|tus'))?.says ?? '', /\*\*Status\*\*/);
    assert.equal(inFields(FRONT.replace('status', 'unkn|own')), undefined);
  });

  it('says what belongs in a section', () => {
    assert.match(inText('## Why it |matters\n')?.says ?? '', /\*\*Why it matters\*\* \(required section\)\n\nWhat follows for publics/);
  });

  it('says nothing of plain words', () => {
    assert.equal(inText('Plain wor|ds.'), undefined);
  });

  it('lets nothing in a text do anything', () => {
    const files = { ...FILES, 'street/evil.md': '---\ntitle: "<img src=x> [a](command:b) `c`"\n---\n\n# x\n' };
    const found = hover(`---\n${FRONT}\n---\n\n[x](ev|il.md)\n`, 'street/planning.md', files);
    assert.equal(found?.says, '**\\<img src=x\\> \\[a\\](command:b) \\`c\\`**');
  });

  it('knows no framework of its own', () => {
    const files = secondFramework();
    const text = files['small-craft/cold-water.md'] ?? '';
    const found = hover(text.replace('criterion: c', 'criterion: c|'), 'small-craft/cold-water.md', files, {});
    assert.match(found?.says ?? '', /Criterion `cold-water` of Harbour Safety Compass/);
  });
});
