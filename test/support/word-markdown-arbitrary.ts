import fc from 'fast-check';

/**
 * Markdown that copies for Word keep: paragraphs, headings, lists in lists with all that an item may hold, quotations, code, tables,
 * lines, tasks, emphasis, links, citations and footnotes. What they do not keep is told in the test of what is lost.
 */
export function keptMarkdown(): fc.Arbitrary<string> {
  const body = fc.array(block(2), { minLength: 1, maxLength: 5 }).map(apart);
  return fc.tuple(body, fc.array(line(), { minLength: 1, maxLength: 2 })).map(([text, note]) => {
    // A footnote that nothing refers to is in no copy, and is left where it is. Word has none in another.
    return `${text}\n\n[^1]: ${note.join('\n\n    ').replaceAll('[^1]', '')}\n`;
  });
}

/** A block as its lines, with what it is: two of some kinds would be one if nothing stood between them. */
interface Block {
  readonly kind: 'list' | 'quotation' | 'other';
  readonly lines: readonly string[];
}

const WORDS = [
  'feedback',
  'what we learnt',
  'naïve',
  '日本',
  '🙂',
  'R&D',
  'a_b',
  '50 %',
  'it’s',
  '\\*no\\*',
  '1\\. no',
  '5 \\< 6',
  'e.g.',
  '“so”',
];

const words = () => fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));

const inline = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: words() },
    { weight: 1, arbitrary: words().map((text) => `*${text}*`) },
    { weight: 1, arbitrary: words().map((text) => `**${text}**`) },
    { weight: 1, arbitrary: fc.tuple(words(), words()).map(([one, other]) => `**${one} *${other}* both**`) },
    { weight: 1, arbitrary: words().map((text) => `~~${text}~~`) },
    { weight: 1, arbitrary: fc.constantFrom('`code`', '`*no*`', '`a b`') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(words(), fc.constantFrom('https://example.org/a_b?c=d&e=f', 'plan.md', 'plan.md#why-it-matters', 'mailto:a@example.org'))
        .map(([text, url]) => `[${text}](${url})`),
    },
    { weight: 1, arbitrary: words().map((text) => `[*${text}* more](plan.md)`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '[@smith-2020]',
        '[@smith-2020, point 1.2]',
        '[see @jones-2012, pp. 3–4; @smith-2020]',
        'and[^1]',
        '<!-- hidden -->',
      ),
    },
  );

const oneLine = () => fc.array(inline(), { minLength: 1, maxLength: 4 }).map((parts) => `Here ${parts.join(' ')} there`);
const line = () =>
  fc.tuple(oneLine(), fc.option(fc.constantFrom('\\\nand on', '\nin another line'), { nil: '' })).map((parts) => parts.join(''));

const other = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<Block> =>
  arbitrary.map((text) => ({ kind: 'other', lines: text.split('\n') }));
const code = () =>
  other(fc.constantFrom('```js\nconst a = 1;\n\n// [@smith-2020](x.md)\n```', '```\nplain\n```', '    indented\n      code'));
const table = () =>
  other(
    fc
      .tuple(fc.constantFrom('| --- | --- |', '| :-- | --: |'), fc.array(fc.tuple(oneLine(), oneLine()), { minLength: 1, maxLength: 2 }))
      .map(([rule, rows]) => ['| One | Two |', rule, ...rows.map(([one, two]) => `| ${one} | ${two} |`)].join('\n')),
  );

/** What an item or the text itself may hold. @param depth so many lists may be in each other */
function block(depth: number): fc.Arbitrary<Block> {
  return fc.oneof(
    { weight: 5, arbitrary: other(line()) },
    { weight: depth > 0 ? 3 : 0, arbitrary: depth > 0 ? list(depth) : other(line()) },
    { weight: 1, arbitrary: quotation(depth === 2) },
    { weight: 1, arbitrary: code() },
    { weight: depth === 2 ? 1 : 0, arbitrary: table() },
    { weight: depth === 2 ? 1 : 0, arbitrary: other(fc.constantFrom('---', '### A part', '### Another\n\n#### Something *else*')) },
  );
}

function list(depth: number): fc.Arbitrary<Block> {
  const item = fc.tuple(fc.constantFrom('', '', '', '[ ] ', '[x] '), line(), fc.array(block(depth - 1), { maxLength: 2 }));
  return fc
    .tuple(fc.constantFrom('- ', '1. ', '3. '), fc.array(item, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([mark, items, loose]) => ({
      kind: 'list',
      lines: items.flatMap(([box, first, more], index) => {
        const inside = [...`${box}${first}`.split('\n'), ...(more.length > 0 ? ['', ...apart(more).split('\n')] : [])];
        const lines = inside.map((text, at) => (at === 0 ? mark : text === '' ? '' : ' '.repeat(mark.length)) + text);
        return index > 0 && loose ? ['', ...lines] : lines;
      }),
    }));
}

/** @param hasList whether there may be a list in it: not where a list holds it */
function quotation(hasList: boolean): fc.Arbitrary<Block> {
  const points = fc
    .array(line(), { minLength: 1, maxLength: 2 })
    .map((items) => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'));
  const inside = fc.tuple(line(), hasList ? fc.option(points, { nil: '' }) : fc.constant(''));
  return inside.map(([text, items]) => ({
    kind: 'quotation',
    lines: `${text}${items === '' ? '' : `\n\n${items}`}`.split('\n').map((one) => (one === '' ? '>' : `> ${one}`)),
  }));
}

/** Blocks with an empty line between them, and words between those that would be one. */
function apart(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ kind, lines }, index) => {
      const isSame = kind !== 'other' && blocks[index - 1]?.kind === kind;
      return isSame ? ['Between.', lines.join('\n')] : [lines.join('\n')];
    })
    .join('\n\n');
}
