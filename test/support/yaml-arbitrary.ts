import fc from 'fast-check';

/** Front matter as people write it, with comments, quotes, block texts, flow lists and lists of mappings. */
export function writtenYaml(): fc.Arbitrary<string> {
  return fc
    .record({
      entries: fc.uniqueArray(entry(), { selector: ([key]) => key, minLength: 1, maxLength: 6 }),
      crlf: fc.boolean(),
      lastLineBreak: fc.boolean(),
    })
    .map(({ entries, crlf, lastLineBreak }) => {
      const text = entries.map(([, lines]) => lines).join('\n') + (lastLineBreak ? '\n' : '');
      return crlf ? text.replaceAll('\n', '\r\n') : text;
    });
}

const KEYS = ['title', 'status', 'owner', 'criterion', 'summary', 'related', 'serves', 'gaps', 'x-own'];
const WORDS = ['feedback', 'culture', 'a b c', 'what we learnt', 'naïve 🙂', 'R&D', "it's", '12', '2026-09-01', 'yes'];

const scalar = () =>
  fc.oneof(
    fc.constantFrom(
      'feedback-culture',
      'What we learnt',
      '12',
      '1.5',
      '2026-09-01',
      'true',
      'null',
      'naïve 🙂',
      "it's",
      'a # b'.replace(' #', '#'),
    ),
    fc.constantFrom(...WORDS).map((text) => JSON.stringify(text)),
    fc.constantFrom(...WORDS).map((text) => `'${text.replaceAll("'", "''")}'`),
  );

const comment = () => fc.constantFrom('', '', '', ' # why', '   # TODO: ask [someone]');

const key = () => fc.constantFrom(...KEYS);

/** One entry of the top mapping: its key and its lines. */
const entry = (): fc.Arbitrary<[string, string]> =>
  fc
    .tuple(key(), fc.constantFrom('', '', '', '# a comment above\n', '\n'), body())
    .map(([name, above, written]) => [name, `${above}${name}:${written}`]);

const body = () =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(scalar(), comment()).map(([value, after]) => ` ${value}${after}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(' >-\n  folded text\n  in two lines', ' |\n  literal text\n\n  with a gap', ' |-\n  one line'),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.array(scalar(), { maxLength: 3 }), comment()).map(([items, after]) => ` [${items.join(', ')}]${after}`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(indent(), fc.array(fc.tuple(scalar(), comment()), { minLength: 1, maxLength: 3 }))
        .map(([by, items]) => items.map(([item, after]) => `\n${by}- ${item}${after}`).join('')),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(indent(), fc.array(mappingItem(), { minLength: 1, maxLength: 3 }))
        .map(([by, items]) =>
          items.map((lines) => lines.map((line, index) => `\n${by}${index === 0 ? '- ' : '  '}${line}`).join('')).join(''),
        ),
    },
    { weight: 1, arbitrary: mappingItem().map((lines) => lines.map((line) => `\n  ${line}`).join('')) },
    { weight: 1, arbitrary: fc.constant('') },
  ); // prettier-ignore

const indent = () => fc.constantFrom('', '  ', '    ');

/** The lines of a small mapping. */
const mappingItem = () =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('domain', 'because', 'basis', 'attributes'), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(scalar(), comment()), { minLength: 3, maxLength: 3 }),
    )
    .map(([keys, values]) => keys.map((name, index) => `${name}: ${values[index]?.[0]}${values[index]?.[1]}`));
