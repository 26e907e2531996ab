import { strict as assert } from 'node:assert';
import { completing } from '../../../support/completing.js';

const FRONT = '---\ntitle: Planning together\ntype: criterion-guidance\napplication: street\ncriterion: planning\nstatus: draft\n---\n\n';
const FILES = {
  'street/index.md':
    '---\ntitle: Our street\ntype: application\napplication: street\nstatus: draft\n---\n\n# Our street\n\n## Scope\n\nAll.\n',
  'street/listening.md':
    '---\ntitle: Listening to neighbours\ntype: criterion-guidance\napplication: street\ncriterion: listening\nsummary: How to hear them.\nstatus: draft\n---\n\n# Listening to neighbours\n\n## What this means\n\nX.\n',
  'notes/how to (begin).md': '# How to begin\n',
};

function inText(marked: string) {
  return completing('street/planning.md', `${FRONT}# Planning together\n\n${marked}`, FILES);
}

describe('completion in a text', () => {
  it('offers the sections and parts that are missing, those that come next first', () => {
    const { labels, item, chosen } = inText('## Why it matters\n\nX.\n\n## |\n');
    assert.deepEqual(labels, ['What to consider', 'Local example', 'Questions to reflect on', 'What this means', 'Agreeing', 'Doing']);
    assert.match(item('Local example').documentation ?? '', /records the gap/);
    assert.ok(chosen('What to consider').endsWith('\n## What to consider\n'));
    assert.deepEqual(inText('### Ag|').labels, ['Agreeing', 'Doing']);
    assert.ok(inText('#|').chosen('What this means').endsWith('\n## What this means'));
  });

  it('offers documents behind two brackets and inserts ordinary links', () => {
    assert.deepEqual(inText('See [[|]] now.').labels, ['Our street', 'Listening to neighbours', 'How to begin']);
    const { chosen, item } = inText('See [[li|]] now.');
    assert.match(item('Listening to neighbours').documentation ?? '', /How to hear them\./);
    assert.ok(chosen('Listening to neighbours').endsWith('See [Listening to neighbours](listening.md) now.'));
    assert.ok(inText('See [[be|]] now.').chosen('How to begin').endsWith('See [How to begin](../notes/how%20to%20%28begin%29.md) now.'));
  });

  it('offers the headings of the document that a wiki link names', () => {
    assert.ok(inText('[[listening#|').chosen('What this means').endsWith('[What this means](listening.md#what-this-means)'));
  });

  it('offers addresses in links, and headings behind their sign', () => {
    const { chosen, item } = inText('[words](li|)');
    assert.ok(chosen('Listening to neighbours').endsWith('[words](listening.md)'));
    assert.ok(item('Listening to neighbours').filterText?.startsWith('listening.md '));
    assert.ok(inText('[words](listening.md#w|)').chosen('What this means').endsWith('(listening.md#what-this-means)'));
    assert.ok(inText('[words](#|').chosen('Planning together').endsWith('(#planning-together'));
    assert.deepEqual(inText('[words](https://|').labels, []);
  });

  it('offers sources by author, year and title', () => {
    const { labels, chosen, item } = inText('They talk [@sm|].');
    assert.deepEqual(labels, ['Smith, 2020: How neighbours listen', 'Jones, 2012: Places and their people']);
    assert.match(item('Smith, 2020: How neighbours listen').documentation ?? '', /Smith, A\. \(2020\) How neighbours listen\./);
    assert.ok(chosen('Smith, 2020: How neighbours listen').endsWith('They talk [@smith-2020].'));
    assert.ok(inText('[@jones-2012; @|').chosen('Smith, 2020: How neighbours listen').endsWith('[@jones-2012; @smith-2020'));
    assert.ok(inText('They talk @sm|').chosen('Smith, 2020: How neighbours listen').endsWith('They talk [@smith-2020]'));
  });

  it('offers the points of a source with what they say', () => {
    const { labels, chosen, item } = inText('[@smith-2020, |]');
    assert.deepEqual(labels, ['point 1.1: People talk more to those who come back.', 'point 1.2: Come back within a week.']);
    assert.equal(item('point 1.2: Come back within a week.').detail, 'Smith, 2020');
    assert.ok(chosen('point 1.2: Come back within a week.').endsWith('[@smith-2020, point 1.2]'));
    assert.deepEqual(inText('[@smith-2020, points 1.1, |]').labels, ['1.2: Come back within a week.']);
    assert.ok(
      inText('[@smith-2020, point 1|]').chosen('1.1: People talk more to those who come back.').endsWith('[@smith-2020, point 1.1]'),
    );
    assert.deepEqual(inText('[@jones-2012, |]').labels, []);
  });

  it('offers the terms that the glossary prefers', () => {
    assert.ok(inText('An organiz|').chosen('organisational').endsWith('An organisational'));
    assert.ok(inText('Organ|').chosen('Organisational').endsWith('\nOrganisational'));
    assert.ok(inText('The nh|').chosen('neighbourhood watch (NHW)').endsWith('The neighbourhood watch (NHW)'));
    assert.ok(inText('The neighbourhood wa|').chosen('neighbourhood watch (NHW)').endsWith('The neighbourhood watch (NHW)'));
    assert.deepEqual(inText('A line.|').labels, []);
  });

  it('offers whole front matter where a document begins without any', () => {
    const { labels, chosen } = completing('new.md', '---|\n# A new page\n');
    assert.ok(labels.includes('Guidance on a criterion') && labels.includes('Page'));
    assert.match(chosen('Page'), /^---\ntitle: A new page\ntype: page\nstatus: draft .*\n---\n# A new page\n$/s);
    assert.deepEqual(completing('new.md', '|# A new page\n').labels, []);
    assert.deepEqual(completing('street/planning.md', `|${FRONT}`).labels, []);
  });

  it('offers nothing in code and comments', () => {
    for (const marked of ['```\n[[|\n```\n', '`[@|`', '<!-- [[| -->', '~~~ yaml\n## |\n'])
      assert.deepEqual(inText(marked).labels, [], marked);
    assert.ok(inText('```\ncode\n```\n\n[[|').labels.length > 0);
  });

  it('begins with the documents of the same folder, among very many, and offers each once', () => {
    const page = (folder: string, count: number) =>
      Array.from({ length: count }, (_, index) => [`${folder}/page-${index}.md`, `# Page of ${folder} ${index}\n`] as const);
    const many = Object.fromEntries([...page('aside', 200), ...page('near', 3), ...page('nearby', 200)]);
    const { labels } = completing('near/here.md', '[[page of|', many);
    assert.deepEqual(labels.slice(0, 3), ['Page of near 0', 'Page of near 1', 'Page of near 2']);
    assert.equal(labels[3], 'Page of aside 0');
    assert.equal(new Set(labels).size, 100);
  });

  it('shows some of very many documents, and asks again', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`many/page-${index}.md`, `# Page number ${index}\n`]));
    const all = completing('a.md', '[[|', many);
    assert.deepEqual([all.list.items.length, all.list.incomplete], [100, true]);
    const some = completing('a.md', '[[number 29|', many);
    assert.ok(some.labels.includes('Page number 299') && !some.list.incomplete);
  });
});
