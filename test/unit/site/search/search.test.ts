import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { indexPage, moveTexts } from '../../../../src/site/search/index-page.js';
import { mergeIndex } from '../../../../src/site/search/merge-index.js';
import type { Passage } from '../../../../src/site/search/passages.js';
import { compoundsOf, partsOf } from '../../../../src/site/search/words.js';
import { ask, filesOf, page, pagesOf } from './support.js';

const GUIDANCE = [
  page('feedback', {
    title: 'Feedback culture',
    summary: 'How teams hear what went well.',
    text: 'Ask for feedback after each review. Feedback is given kindly.',
  }),
  page('planning', { title: 'Planning', text: 'Plans are made before an interview. Feedback helps.' }),
  page('wellbeing', {
    title: 'Well-being',
    summary: 'Supervision and rest.',
    text: 'Trauma-informed supervision keeps investigators well.',
  }),
  page('cafe', { title: 'Café meetings', text: 'Meet in a café. Rape and serious sexual offences are not talked of here.' }),
  page('rasso', { title: 'RASSO', text: 'Specialist officers investigate.', application: 'Investigations' }),
];
const SYNONYMS = [{ term: 'RASSO', expansion: 'rape and serious sexual offences' }];

describe('a search', () => {
  const files = filesOf(GUIDANCE, { synonyms: SYNONYMS });
  const found = (text: string) => pagesOf(ask(files, text));

  it('finds pages by their words, in any letter case and with or without accents', () => {
    assert.deepEqual(found('SUPERVISION '), ['wellbeing']);
    assert.deepEqual(found('cafe '), ['cafe']);
    assert.deepEqual(found('Café '), ['cafe']);
  });

  it('puts a page first that is called what was asked for', () => {
    assert.deepEqual(found('feedback '), ['feedback', 'planning']);
  });

  it('counts a title more than a heading, a heading more than a summary, and that more than the text', () => {
    const pages = [
      page('text', { title: 'One', text: 'About mentoring.' }),
      page('summary', { title: 'Two', summary: 'About mentoring.' }),
      page('heading', { title: 'Three', sections: [{ id: 'm', depth: 2, heading: 'About mentoring', text: '' }] }),
      page('title', { title: 'About mentoring' }),
    ];
    assert.deepEqual(pagesOf(ask(filesOf(pages), 'mentoring ')), ['title', 'heading', 'summary', 'text']);
  });

  it('finds by the beginning of the last word while it is being typed', () => {
    assert.deepEqual(found('superv'), ['wellbeing']);
    assert.deepEqual(found('trauma superv'), ['wellbeing']);
    assert.deepEqual(found('superv trauma'), ['wellbeing'], 'only some words are found as they are');
    assert.deepEqual(ask(files, 'superv trauma').lacking, ['superv']);
  });

  it('finds other forms of a word', () => {
    assert.deepEqual(found('plan '), ['planning']);
    assert.deepEqual(found('investigator '), ['wellbeing']);
    assert.deepEqual(found('teams '), ['feedback']);
    assert.deepEqual(found('interviewing '), ['planning']);
  });

  it('finds in spite of a slip, and says what it took instead', () => {
    for (const slip of ['feeback', 'feedbcak', 'feedbackk', 'feadback']) {
      assert.equal(found(`${slip} culture`)[0], 'feedback', slip);
      assert.equal(found(slip)[0], 'feedback', slip);
    }
    assert.deepEqual(ask(files, 'feeback ').instead, [{ typed: 'feeback', taken: 'feedback' }]);
    assert.deepEqual(found('suprevisoin '), ['wellbeing'], 'two in a long word');
    assert.deepEqual(found('plens '), ['planning']);
    const words = page('words', {
      text: 'Review the feedback, the analysis and the investigation of each apprentice, while investigating.',
    });
    for (const [slip, word] of [
      ['reveiw', 'review'],
      ['anaylsis', 'analysis'],
      ['aprentice', 'apprentice'],
      ['feedbak', 'feedback'],
      ['investigatoin', 'investigation'],
    ] as const)
      assert.deepEqual(ask(filesOf([words]), slip).instead, [{ typed: slip, taken: word }]);
  });

  it('takes no word for another that is a word of its own', () => {
    const other = filesOf([page('a', { text: 'The content of contents. A consensus about what is operating.' })]);
    for (const word of ['consent', 'consent ', 'operation', 'operation ']) assert.equal(ask(other, word).total, 0, word);
    assert.deepEqual(ask(other, 'Consent content').lacking, ['Consent']);
  });

  it('finds longer words than one that is whole only at the end of a query, and says so', () => {
    const pages = filesOf([page('a', { text: 'Operational plans.' }), page('b', { text: 'Plan the operations.' })]);
    assert.deepEqual(pagesOf(ask(pages, 'operation plan')), ['b']);
    assert.deepEqual(pagesOf(ask(pages, 'operat plan')).sort(), ['a', 'b']);
    assert.deepEqual(ask(pages, 'operat plan').lacking, ['operat']);
    assert.deepEqual(pagesOf(ask(pages, 'operation')).sort(), ['a', 'b'], 'while it is being typed');
    assert.deepEqual(pagesOf(ask(pages, 'operation', { typing: false })), ['b'], 'once it is sent');
    const longer = ask(filesOf([page('a', { text: 'Operational.' })]), 'operation', { typing: false });
    assert.deepEqual([longer.total, longer.instead], [1, [{ typed: 'operation', taken: 'operational' }]]);
  });

  it('does not guess at short words', () => {
    assert.deepEqual(found('xat '), []);
  });

  it('finds what is written with a hyphen, apart or as one word, whichever was typed', () => {
    for (const typed of ['well-being ', 'wellbeing ', 'Well‑Being ']) assert.equal(found(typed)[0], 'wellbeing', typed);
    assert.deepEqual(found('trauma informed '), ['wellbeing']);
    assert.deepEqual(pagesOf(ask(filesOf([page('a', { text: 'The L&D team.' }), page('b', { text: 'd and l' })]), 'L&D ')), ['a']);
  });

  it('finds two words that were typed as one, where a page has both', () => {
    const pages = filesOf([
      page('a', { text: 'Body-worn video' }),
      page('b', { text: 'Worn by the body' }),
      page('c', { text: 'Body of work' }),
    ]);
    assert.deepEqual(pagesOf(ask(pages, 'bodyworn ')), ['a'], 'as it is written');
    const apart = filesOf([page('b', { text: 'Body worn video' }), page('c', { text: 'Body of work' }), page('d', { text: 'Fee back' })]);
    const answer = ask(apart, 'Bodyworn video ');
    assert.deepEqual([pagesOf(answer), answer.instead], [['b'], [{ typed: 'Bodyworn', taken: 'body worn' }]]);
    assert.deepEqual(pagesOf(ask(apart, 'body-worn ')), ['b']);
    assert.equal(ask(apart, 'feeback ').total, 0, 'short words stand in too many others');
    assert.equal(ask(apart, 'videowork ').total, 0, 'no page has both');
  });

  it('ranks what is said as it was typed before other ways to say it', () => {
    const pages = filesOf(
      [
        page('a', { title: 'QA of risks', text: 'Quality' }),
        page('b', { title: 'Quality assurance', text: 'QA' }),
        page('c', { text: 'x' }),
      ],
      { synonyms: [{ term: 'QA', expansion: 'quality assurance' }] },
    );
    assert.deepEqual(pagesOf(ask(pages, 'quality assurance')), ['b', 'a']);
    assert.deepEqual(pagesOf(ask(pages, 'qa ')), ['a', 'b']);
  });

  it('ranks registers last, unless the query is exactly what they explain', () => {
    const register = page('register', {
      title: 'Glossary',
      explains: ['Glossary', 'Case review'],
      sections: ['Case review', 'Flow'].map((heading) => ({ id: heading, depth: 2, heading, text: 'case review' })),
    });
    const pages = filesOf([register, page('other', { text: 'In a case, review the flow; see the glossary.' })]);
    assert.deepEqual(pagesOf(ask(pages, 'review')), ['other', 'register']);
    assert.deepEqual(pagesOf(ask(pages, 'flow')), ['other', 'register']);
    assert.deepEqual(pagesOf(ask(pages, 'case REVIEW')), ['register', 'other']);
    assert.deepEqual(pagesOf(ask(pages, 'glossary')), ['register', 'other']);
  });

  it('finds an acronym by what it stands for, and the other way round', () => {
    assert.deepEqual(found('RASSO '), ['rasso', 'cafe']);
    assert.deepEqual(found('rape and serious sexual offences').sort(), ['cafe', 'rasso']);
    assert.deepEqual(found('rasso officers '), ['rasso']);
  });

  it('asks for every word, and for some only where no page has all', () => {
    assert.deepEqual(found('feedback interview '), ['planning']);
    const some = ask(files, 'feedback supervision ');
    assert.deepEqual([some.all, some.lacking, some.found], [false, [], ['feedback', 'supervision']]);
    assert.deepEqual(pagesOf(some).sort(), ['feedback', 'planning', 'wellbeing']);
  });

  it('says which words no page has, and finds the others', () => {
    const some = ask(files, 'Soteria reviews ');
    assert.deepEqual([pagesOf(some), some.all, some.lacking, some.found], [['feedback'], true, ['Soteria'], ['review']]);
    assert.deepEqual(ask(files, 'xqzj Soteria').lacking, ['xqzj', 'Soteria']);
  });

  it('does not ask for words that say nothing, even where there are no others', () => {
    assert.deepEqual(found('what is the feedback for interview '), ['planning']);
    const these = filesOf([page('a', { text: 'The theory of these and their officers; android ofsted.' })]);
    for (const typed of ['the', 'and', 'of', 'are ', 'Of the']) {
      const { total, onlyCommon } = ask(these, typed);
      assert.deepEqual([total, onlyCommon], [0, true], typed);
    }
    assert.equal(ask(these, 'theo').total, 1);
    assert.equal(ask(these, '').onlyCommon, false);
  });

  it('answers nothing with nothing', () => {
    for (const text of ['', ' ', '…', '---']) assert.deepEqual(found(text), []);
    assert.deepEqual(pagesOf(ask(filesOf([]), 'word')), []);
  });

  it('shows the sections that answer, with what was found marked', () => {
    const [hit] = ask(files, 'kindly feedback').hits;
    assert.deepEqual(hit?.passages.map(plain), ['text What to do: Ask for [feedback] after each review. [Feedback] is given [kindly].']);
  });

  it('shows of a long text the part that has most of what was asked for', () => {
    const filler = 'Nothing of interest stands in this sentence. '.repeat(20);
    const [hit] = ask(filesOf([page('long', { text: `Risk. ${filler}Risk is weighed with care. ${filler}` })]), 'weighed risk').hits;
    const shown = plain(hit?.passages[0]);
    assert.match(shown, /… .*\[Risk\] is \[weighed\] with care.* …$/);
    assert.ok(shown.length < 260, shown);
  });

  it('shows no gap where a citation was taken out before a full stop', () => {
    const [hit] = ask(filesOf([page('cited', { text: 'Teams listen . Then they act , and say so.' })]), 'act').hits;
    assert.equal(plain(hit?.passages[0]), 'text What to do: Teams listen. Then they [act], and say so.');
  });

  it('hands over markup as the text that it is', () => {
    const title = '</script><img src=x onerror=alert(1)>';
    const [hit] = ask(filesOf([page('x', { title, text: '<b onclick="x">bold</b> \u2028 `1` \\' })]), 'bold').hits;
    assert.equal(hit?.title, title);
    assert.equal(plain(hit?.passages[0]), 'text What to do: <b onclick="x">[bold]</b> \u2028 `1` \\');
  });
});

describe('the files of an index', () => {
  const many = Array.from({ length: 700 }, (_, number) =>
    page(`page-${number}`, {
      title: `Number ${number}`,
      text: `${Array.from({ length: 120 }, (_, at) => `word${(number * 31 + at * 17) % 9001}`).join(' ')} shared zebra${number}`,
    }),
  );
  const large = filesOf(many);

  it('are one file and the texts for a small site', () => {
    assert.deepEqual(
      ask(filesOf(GUIDANCE), 'feedback').read.map((name) => name.replace(/-.*/, '')),
      ['start', 'texts'],
    );
  });

  it('are read only where the words of the query are, for a large one', () => {
    const { read, hits } = ask(large, 'zebra123 ');
    assert.deepEqual(
      hits.map((hit) => hit.page),
      ['page-123.html'],
    );
    assert.ok(large.size > 30, `${large.size} files`);
    assert.ok(read.length <= 5, read.join());
  });

  it('find in spite of a slip in a large one too', () => {
    assert.ok(pagesOf(ask(large, 'zebar123 ')).includes('page-123'));
  });

  it('name every page of a word that all have', () => {
    assert.equal(ask(large, 'shared ').total, many.length);
  });

  it('are the same whatever order the pages come in, and whether their texts were moved before', () => {
    assert.deepEqual([...filesOf([...many].reverse())].sort(), [...large].sort());
    assert.deepEqual([...filesOf([...GUIDANCE].reverse())], [...filesOf(GUIDANCE)]);
    const { pages, files } = moveTexts(GUIDANCE.map(indexPage));
    const moved = new Map([...files, ...mergeIndex(pages)].map(({ path, content }) => [path, String(content)]));
    assert.deepEqual(pagesOf(ask(moved, 'feedback ')), ['feedback', 'planning']);
    assert.equal(
      pages.every((one) => !Array.isArray(one.text)),
      true,
    );
  });

  it('pass as JSON', () => {
    const indexed = GUIDANCE.map(indexPage);
    assert.deepEqual(JSON.parse(JSON.stringify(indexed)), indexed);
  });

  it('have names that change with what they hold', () => {
    const changed = filesOf([...many.slice(0, -1), page('page-699', { title: 'Another', text: 'entirely' })]);
    for (const [path, content] of changed) if (path !== 'search/start.js' && large.has(path)) assert.equal(large.get(path), content);
    assert.notDeepEqual([...changed.keys()].sort(), [...large.keys()].sort());
  });
});

describe('every word of a page', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.lorem({ maxCount: 12 }),
    fc
      .array(
        fc.constantFrom('ΟΔΟΣ', 'e-learning', 'İstanbul', 'ﬁne', 'L&D', 'naïve', '１２', 'x'.repeat(60), '😀', '½', 'don’t', 'a-b-c-d'),
      )
      .map((words) => words.join(' ')),
  );

  it('finds that page', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), fc.nat(3), (all, which) => {
        const pages = all.map((text, number) => page(`p${number}`, { title: '', text }));
        const files = filesOf(pages);
        const number = which % all.length;
        for (const word of compoundsOf(all[number] ?? '').flatMap(partsOf)) {
          const answer = ask(files, `${word} `);
          assert.ok(answer.onlyCommon || pagesOf(answer).includes(`p${number}`), JSON.stringify(word));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A passage in one line, with brackets round what is marked. */
function plain(passage: Passage | undefined): string {
  const line = (pieces: Passage['text'] = []) => pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
  return passage ? `${passage.id} ${line(passage.heading)}: ${line(passage.text)}` : '';
}
