import fc from 'fast-check';

/**
 * Markdown as people write it: blocks and inlines with blank lines where a writer would leave them, with LF or CRLF
 * and with or without front matter.
 */
export function writtenMarkdown(): fc.Arbitrary<string> {
  return fc
    .record({
      frontmatter: fc.option(fc.constantFrom('title: A title', 'title: A title\nstatus: draft # not yet', '# only a comment'), {
        nil: undefined,
      }),
      blocks: fc.array(block(), { minLength: 1, maxLength: 7 }),
      lastLineBreak: fc.boolean(),
      crlf: fc.boolean(),
    })
    .map(({ frontmatter, blocks, lastLineBreak, crlf }) => {
      const head = frontmatter === undefined ? '' : `---\n${frontmatter}\n---\n\n`;
      const text = head + blocks.join('\n\n') + (lastLineBreak ? '\n' : '');
      return crlf ? text.replaceAll('\n', '\r\n') : text;
    });
}

/** Strings of the pieces that Markdown gives a meaning, in any order: what nobody writes, and what crashes parsers. */
export function markdownFuzz(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
}

const PIECES = [
  'a',
  'b c',
  'é',
  '🙂',
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\\',
  '*',
  '**',
  '_',
  '~',
  '~~',
  '`',
  '```',
  '~~~',
  '#',
  '## ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '---',
  '===',
  '|',
  '| - |',
  '|-|\n',
  ':-:',
  '[',
  ']',
  '(',
  ')',
  '![',
  '[^1]',
  '[^1]: ',
  '[a]: b',
  '<',
  '>',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<?',
  'https://a.b',
  'www.a.b',
  'a@b.cd',
  '&amp;',
  '&#35;',
  '&',
  '[ ] ',
  '[x] ',
  '@key',
  '"',
  "'",
  '!',
]; // prettier-ignore

const WORDS = [
  'feedback',
  'culture',
  'what',
  'we',
  'learnt',
  'naïve',
  '日本',
  '🙂',
  "it's",
  'e.g.',
  '3.5',
  '(see',
  'below)',
  '–',
  'a_b',
  'R&D',
  '50%',
  'snake_case_word',
];

const words = () => fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));

const address = () =>
  fc.constantFrom(
    'index.md',
    '../rasso/feedback-culture.md#why-it-matters',
    'https://example.org/a_b?c=d&e=f',
    '#here',
    'a%20b.md',
    '<with space.md>',
    'pictures/map.png',
    'a(b).md',
  );

const inline = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: words() },
    { weight: 1, arbitrary: words().map((text) => `*${text}*`) },
    { weight: 1, arbitrary: words().map((text) => `**${text}**`) },
    { weight: 1, arbitrary: words().map((text) => `_${text}_`) },
    { weight: 1, arbitrary: words().map((text) => `**with _both_ ${text}**`) },
    { weight: 1, arbitrary: words().map((text) => `~~${text}~~`) },
    { weight: 1, arbitrary: words().map((text) => `\`${text}\``) },
    { weight: 2, arbitrary: fc.tuple(words(), address()).map(([text, url]) => `[${text}](${url})`) },
    { weight: 1, arbitrary: fc.tuple(words(), address()).map(([text, url]) => `[*${text}*](${url} "A title")`) },
    { weight: 1, arbitrary: fc.tuple(words(), address()).map(([text, url]) => `![${text}](${url})`) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '[[feedback-culture]]',
        '[[feedback-culture#why|its reason]]',
        '[@smith-2020]',
        '[@smith-2020, point 1.2; see @jones-2012, pp. 3–4]',
        '[^note]',
        '[a reference][ref]',
        '[ref]',
        '![a picture][ref]',
        '<https://example.org>',
        '<someone@example.org>',
        'https://example.org/path.',
        'www.example.org',
        'someone@example.org',
        '\\*not emphasis\\*',
        '&amp;',
        '&copy;',
        '&#x41;',
        'line\nbreak',
        'hard  \nbreak',
        'hard\\\nbreak',
        '<b>bold</b>',
        '<br>',
        '<!-- a comment -->',
        '5 * 3 * 2',
        '[ ]',
        '[not a link]',
        'a\\|b',
        '"quoted"',
        '…',
        'C#',
      ), // prettier-ignore
    },
  );

const line = () => fc.array(inline(), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const oneLine = () => line().map((text) => text.replaceAll(/ *\\?\n/g, ' '));

const heading = () => fc.tuple(fc.integer({ min: 1, max: 6 }), oneLine()).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`);

const table = () =>
  fc
    .tuple(
      fc.constantFrom('| --- | --- |', '|---|:-:|', '| :-- | --: |'),
      fc.array(fc.tuple(oneLine(), oneLine()), { minLength: 1, maxLength: 3 }),
    )
    .map(([rule, rows]) => ['| One | Two |', rule, ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'));

const list = () =>
  fc
    .tuple(fc.constantFrom('- ', '* ', '1. ', '- [ ] ', '- [x] '), fc.array(line(), { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([mark, items, loose]) => {
      const indent = ' '.repeat(mark.startsWith('1') ? 3 : 2);
      return items.map((item) => mark + item.replaceAll('\n', `\n${indent}`)).join(loose ? '\n\n' : '\n');
    });

const leaf = () =>
  fc.oneof(
    { weight: 4, arbitrary: line() },
    { weight: 2, arbitrary: list() },
    { weight: 1, arbitrary: table() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '```js\nconst a = 1;\n\n// [not a link](x.md)\n```',
        '~~~\ncode\n~~~',
        '    indented code',
        '***',
        '* * *',
        '<!-- a comment\n\nof two paragraphs -->',
        '<details>\n<summary>More</summary>\n\nInside.\n\n</details>',
        '[ref]: https://example.org "A title"',
        '[ref]: <other file.md>',
        '[^note]: What the note says.',
        '[^note]: What the note says\n\n    in two paragraphs.',
        'Title\n=====',
        'Title\n-----',
        '<!-- destination-map-disable-next-line link-target: it is made later -->',
        'TBC',
      ), // prettier-ignore
    },
  );

const block = () =>
  fc.oneof(
    { weight: 3, arbitrary: heading() },
    { weight: 6, arbitrary: leaf() },
    { weight: 1, arbitrary: leaf().map((text) => text.replaceAll(/^/gm, '> ')) },
    { weight: 1, arbitrary: leaf().map((text) => `- An item\n\n${text.replaceAll(/^(?=.)/gm, '  ')}`) },
  );
