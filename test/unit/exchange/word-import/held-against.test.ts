import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { runs } from '../../../support/property.js';
import { type Block, documentTitle, footnote, heading, paragraph, picture, wordFile } from '../../../support/word-documents.js';
import { gardenWith, type ReadBack, readIntoGarden, told } from '../../../support/word-round-trip.js';

const LISTENING = [heading(1, '1 Listening to neighbours')];
/** The guidance on another criterion as it is: one alone is no document on criteria. */
const SHARING = [heading(1, '3 Sharing what was learnt'), heading(2, 'What this means'), paragraph('Sharing.')];

type Section = readonly [title: string, ...blocks: Block[]];

/** The guidance on listening, with this below its title. */
function listening(body: string): Record<string, string> {
  const files = gardenWith('');
  return { ...files, 'listen.md': (files['listen.md'] ?? '').replace(/## What this means\n[\s\S]*$/, body) };
}

/** What a Word document with sections on listening would do to guidance on it. */
async function held(body: string, sections: readonly Section[], footnotes: Readonly<Record<number, string>> = {}): Promise<ReadBack> {
  const blocks = sections.flatMap(([title, ...texts]) => [heading(2, title), ...texts]);
  return readIntoGarden(listening(body), await wordFile([...LISTENING, ...blocks, ...SHARING], { footnotes }));
}

/** The guidance below its title. */
const bodyOf = (text: string | undefined) => (text ?? '').replace(/^[\s\S]*?\n# A title\n\n/, '');
const filled = ({ resolved }: ReadBack) => bodyOf(resolved.changed.find(({ path }) => path === 'listen.md')?.after);
const accepted = ({ resolved }: ReadBack) => bodyOf(resolved.waiting[0]?.accepted);
const MEANS: Section = ['What this means', 'Hear them.'];

describe('a Word document held against guidance that is there', () => {
  describe('fills unasked', () => {
    for (const [what, body] of [
      ['what is blank', ''],
      ['what is to be written', 'To be written.\n\n'],
    ] as const)
      it(what, async () => {
        const back = await held(`## What this means\n\n${body}## Why it matters\n\nIt does.\n`, [MEANS, ['Why it matters', 'It does.']]);
        assert.equal(filled(back), '## What this means\n\nHear them.\n\n## Why it matters\n\nIt does.\n');
        assert.deepEqual(back.resolved.waiting, []);
      });

    for (const [what, note] of [
      ['a note to oneself', 'To be written: ask Jane for the figures.'],
      ['a comment', '<!-- Jane has the figures. -->'],
      ['a heading', 'To be written.\n\n### Costs'],
    ] as const)
      it(`no section with ${what}`, async () => {
        const back = await held(`## What this means\n\n${note}\n`, [MEANS]);
        assert.deepEqual(told(back), ['waits: listen.md: What this means']);
        assert.equal(back.resolved.waiting[0]?.filled, back.resolved.waiting[0]?.before);
      });
  });

  it('has new sections wait, and puts them before the notes', async () => {
    const body = '## What this means\n\nHear them.[^1]\n\n[^1]: Always.\n';
    const back = await held(
      body,
      [
        ['What this means', paragraph('Hear them.', footnote(1))],
        ['Costs', 'None.'],
      ],
      { 1: 'Always.' },
    );
    assert.deepEqual(told(back), ['waits: listen.md: Costs']);
    assert.equal(accepted(back), '## What this means\n\nHear them.[^1]\n\n## Costs\n\nNone.\n\n[^1]: Always.\n');
  });

  it('changes the title of a section that says the same', async () => {
    const back = await held('## What this means\n\nHear them.\n\n## Costs\n\nNone at\nall.\n', [MEANS, ['Spending', 'None at all.']]);
    assert.deepEqual(told(back), ['waits: listen.md: Spending']);
    assert.equal(accepted(back), '## What this means\n\nHear them.\n\n## Spending\n\nNone at\nall.\n');
  });

  it('holds a section against a heading inside another one', async () => {
    const body = '## What this means\n\nHear them.\n\n### Costs\n\nNone.\n\n### Gains\n\nMany.\n';
    const back = await held(body, [
      ['What this means', 'Hear all.', heading(3, 'Gains'), 'Many.'],
      ['Costs', 'Few.'],
    ]);
    assert.deepEqual(told(back), ['waits: listen.md: What this means; Costs']);
    assert.equal(accepted(back), '## What this means\n\nHear all.\n\n### Costs\n\nFew.\n\n### Gains\n\nMany.\n');
  });

  it('tells titles apart that differ in their letters’ case alone', async () => {
    const body = '## What this means\n\nHear them.\n\n## Budget\n\nOne.\n\n## BUDGET\n\nTwo.\n';
    assert.deepEqual(told(await held(body, [MEANS, ['Budget', 'One.'], ['BUDGET', 'Two.']])), []);
    const one = await held(body.replace(/\n## BUDGET[\s\S]*/, ''), [MEANS, ['Budget', 'One.'], ['BUDGET', 'Two.']]);
    assert.equal(accepted(one), '## What this means\n\nHear them.\n\n## Budget\n\nOne.\n\nTwo.\n');
  });

  it('loses no word, whatever headings there are on both sides', async () => {
    const TITLES = ['What this means', 'Costs', 'COSTS', 'Why it matters', 'Gains'];
    const section = fc.record({ title: fc.constantFrom(...TITLES), depth: fc.constantFrom(2, 2, 3), words: fc.nat(6) });
    const sections = fc.array(section, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sections, sections, async (own, others) => {
        const body = own.map(({ title, depth, words }, nth) => `${'#'.repeat(depth)} ${title}\n\nOld${nth} and${words}.\n`).join('\n');
        const blocks = others.flatMap(({ title, depth, words }, nth) => [
          heading(nth === 0 ? 2 : (depth as 2 | 3), title),
          `New${nth} and${words}.`,
        ]);
        const { plan, resolved } = await readIntoGarden(listening(body), await wordFile([...LISTENING, ...blocks, ...SHARING]));
        const [waiting] = resolved.waiting;
        const text = waiting?.accepted ?? '';
        const planned = plan.documents.find(({ criterion }) => criterion === 'listening')?.texts ?? [];
        for (const word of planned.flatMap(({ text: one }) => one.match(/New\d/g) ?? []))
          assert.ok(text.includes(word), `${word}:\n${text}`);
        // What stands below a title that Word does not have at all is not held against anything.
        const keys = others.map(({ title }) => title.toLowerCase());
        let around = '';
        for (const [nth, { title, depth }] of own.entries()) {
          if (depth === 2) around = title.toLowerCase();
          const isHeld = keys.includes(title.toLowerCase()) || keys.includes(around);
          if (!isHeld) assert.ok(text.includes(`Old${nth} `), `Old${nth}:\n${text}`);
        }
        // What is taken over is what Word says: there is nothing more to ask.
        const again = { ...listening(body), 'listen.md': text };
        const back = await readIntoGarden(again, await wordFile([...LISTENING, ...blocks, ...SHARING]));
        for (const { accepted: more } of back.resolved.waiting)
          for (const word of text.match(/New\d/g) ?? []) assert.ok(more.includes(word), `${word}:\n${more}`);
      }),
      runs(40),
    );
  });

  it('keeps what is defined in the middle of a section, and what only looks like a definition', async () => {
    const body = '## What this means\n\nHear [them][t].\n\n[t]: https://example.org/\n\n```\n[a]: b\n```\n\nLast words.\n';
    const code = paragraph('No code.');
    const back = await held(body, [['What this means', 'Hear nobody.', code, 'Last words.']]);
    assert.match(accepted(back), /\[t\]: https:\/\/example\.org\/\n/);
    assert.equal(accepted(back).match(/Last words\./g)?.length, 1);
    assert.ok(!accepted(back).includes('[a]: b'));
  });

  it('gives notes other names only where something refers to them', async () => {
    const body = '## What this means\n\nHear them.[^1]\n\n[^1]: Old.\n';
    const back = await held(body, [['What this means', paragraph('Hear them, as [^1] says, twice.', footnote(1))]], { 1: 'New.' });
    assert.match(accepted(back), /as \\\[\^1\\?\] says, twice\.\[\^word-1\]\n/);
    assert.match(accepted(back), /\n\[\^word-1\]: New\.\n$/);
    const same = await held(body, [['What this means', paragraph('Hear all.', footnote(1))]], { 1: 'Old.' });
    assert.equal(accepted(same), '## What this means\n\nHear all.[^1]\n\n[^1]: Old.\n');
  });

  it('shows a changed word, and not that lines would break elsewhere', async () => {
    const words = 'One two three\nfour five six\nseven eight nine\nten eleven twelve.';
    const body = `## What this means\n\n${words}\n\n- a first\n  item\n- a second\n`;
    const now = words.replaceAll('\n', ' ').replace('eight', 'acht und').replace('two ', '');
    const back = await held(body, [['What this means', now]]);
    assert.match(accepted(back), /\n\nOne three\nfour five six\nseven acht und nine\nten eleven twelve\.\n/);
  });

  it('ends lines as the document does', async () => {
    const files = listening('## What this means\n\nHear them.\n');
    const ended = { ...files, 'listen.md': (files['listen.md'] ?? '').replaceAll('\n', '\r\n') };
    const word = await wordFile([...LISTENING, heading(2, 'What this means'), 'Hear all.', 'And more.', ...SHARING]);
    const { resolved } = await readIntoGarden(ended, word);
    assert.match(resolved.waiting[0]?.accepted ?? '', /## What this means\r\n\r\nHear all\.\r\n\r\nAnd more\.\r\n$/);
  });

  it('tells what is not in the Word document any more', async () => {
    const back = await held('## What this means\n\nHear them.\n\n## Local example\n\nBees.\n\n## Costs\n\nTo be written.\n', [MEANS]);
    assert.deepEqual(told(back), [
      'to decide: 1, Listening to neighbours: The section “Local example” is not in the Word document. It was kept.',
    ]);
  });

  it('brings the pictures of what waits', async () => {
    const back = await held('## What this means\n\nHear them.\n', [['What this means', 'Hear them.', paragraph(picture('An ear'))]]);
    assert.deepEqual(told(back), ['waits: listen.md: What this means']);
    const [image] = back.resolved.accompanying.created;
    assert.ok(accepted(back).includes(`![An ear](${image?.path})`), accepted(back));
  });

  describe('with an introduction', () => {
    const introduced = (opening: string) => {
      const files = gardenWith('Hear them.');
      return { ...files, 'garden.md': (files['garden.md'] ?? '').replace('## Scope', `${opening}\n\n## Scope`) };
    };
    const copy = (...opening: readonly string[]) =>
      wordFile([
        documentTitle('A title'),
        ...opening,
        heading(1, 'Scope'),
        'Gardens.',
        ...LISTENING,
        heading(2, MEANS[0]),
        'Hear them.',
        ...SHARING,
      ]);
    const LINKS = 'Guidance on each criterion:\n\n- [Listening](listen.md)\n- [Planning](plan.md)';

    it('has it wait where it reads otherwise', async () => {
      const back = await readIntoGarden(introduced(`All of it.\n\n${LINKS}`), await copy('Most of it.'));
      assert.deepEqual(told(back), ['waits: garden.md: Introduction']);
      assert.ok(accepted(back).startsWith(`Most of it.\n\n${LINKS}\n\n## Scope\n\nGardens.\n`), accepted(back));
    });

    it('puts it above all sections where there is no title', async () => {
      const files = introduced('');
      const bare = { ...files, 'garden.md': (files['garden.md'] ?? '').replace('# A title\n\n', '') };
      const back = await readIntoGarden(bare, await copy('Most of it.'));
      assert.match(back.resolved.waiting[0]?.accepted ?? '', /\n---\n\nMost of it\.\n\n## Scope\n\nGardens\.\n$/);
    });

    it('does not miss the list of links in it', async () => {
      assert.deepEqual(told(await readIntoGarden(introduced(`All of it.\n\n${LINKS}`), await copy('All of it.'))), []);
    });
  });
});
