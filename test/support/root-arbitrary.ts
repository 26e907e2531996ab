import fc from 'fast-check';
import { baseFiles } from './rule-examples.js';

/** The files of a small guidance root, by path. */
export type Files = Readonly<Record<string, string>>;

/** One change to the files of a root; a rename of a document leaves the links to it alone, as `git mv` does. */
export type Change =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

/** Few names, so that documents refer to each other and changes meet. */
const PATHS = [
  'index.md',
  'a.md',
  'b.md',
  'app/index.md',
  'app/listening.md',
  'app/planning.md',
  'app/A.md',
  'app/l.md',
  'notes/long name.md',
];
const CRITERIA = ['listening', 'planning', '1', '2', 'nothing'];
const HEADINGS = ['What this means', 'Why it matters', 'Agreeing', 'b) Doing', 'One', 'One', 'What?', 'What!'];
const TARGETS = [
  'a.md',
  '../a.md',
  'b.md#one',
  'app/index.md',
  '../app/listening.md#why-it-matters',
  'A.md',
  'no.md',
  '#one',
  'pictures/map.png',
  '../../out.md',
  'old.md',
  'app/',
  '../app/#one',
  'app/l.md',
  'l.md#what',
];

/** A root with a manifest, a framework, a register, a glossary and some documents. */
export function smallRoot(): fc.Arbitrary<Files> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...PATHS), documentText()), { selector: ([path]) => path, minLength: 2, maxLength: 6 })
    .map((documents) => ({ ...baseFiles(), ...Object.fromEntries(documents), 'pictures/map.png': '' }));
}

/** Changes to a root, to its data files too. */
export function changes(): fc.Arbitrary<Change[]> {
  return fc.array(change(), { minLength: 1, maxLength: 6 });
}

function change(): fc.Arbitrary<Change> {
  const path = fc.constantFrom(...PATHS);
  const data = fc.constantFrom('framework.yml', 'sources.yml', 'glossary.yml');
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(path, documentText()).map(([to, text]) => ({ kind: 'write', path: to, text }) as const) },
    { weight: 2, arbitrary: path.map((gone) => ({ kind: 'delete', path: gone }) as const) },
    { weight: 2, arbitrary: fc.tuple(path, path).map(([from, to]) => ({ kind: 'rename', path: from, to }) as const) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          data,
          fc.constantFrom<(text: string) => string>(
            (text) => text,
            renumbered,
            () => '',
            () => 'a: [',
          ),
        )
        .map(([file, edit]) => ({ kind: 'write', path: file, text: edit(baseFiles()[file] ?? '') }) as const),
    },
    { weight: 1, arbitrary: data.map((file) => ({ kind: 'delete', path: file }) as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { kind: 'write', path: 'pictures/map.png', text: '' } as const,
        { kind: 'delete', path: 'pictures/map.png' } as const,
      ),
    },
  ); // prettier-ignore
}

/** A data file with other names in it: what named the old ones leads nowhere now. */
function renumbered(text: string): string {
  return text.replaceAll('listening', 'hearing').replaceAll('smith-2020', 'smith-2021').replaceAll('NHW', 'NW');
}

/** The files of a root after a change. */
export function applied(files: Files, change: Change): Files {
  const { [change.path]: text, ...others } = files;
  if (change.kind === 'write') return { ...files, [change.path]: change.text };
  if (change.kind === 'delete' || text === undefined) return others;
  return { ...others, [change.to]: text };
}

/** A document of some type, well-formed or not, that refers to others. */
function documentText(): fc.Arbitrary<string> {
  return fc
    .record({
      head: frontmatter(),
      heading: fc.constantFrom('A title', 'Listening', 'One'),
      sections: fc.array(fc.tuple(fc.constantFrom(...HEADINGS), fc.array(sentence(), { maxLength: 2 })), { maxLength: 4 }),
      crlf: fc.boolean(),
    })
    .map(({ head, heading, sections, crlf }) => {
      const body = sections.map(([title, sentences]) => `## ${title}\n\n${sentences.join(' ')}\n`).join('\n');
      const text = `${head}# ${heading}\n\n${body}`;
      return crlf ? text.replaceAll('\n', '\r\n') : text;
    });
}

function frontmatter(): fc.Arbitrary<string> {
  const status = fc.constantFrom('draft', 'in-review', 'published', 'withdrawn', 'in review');
  const id = fc.option(fc.constantFrom('listening', 'own-id', 'a'), { nil: undefined });
  const old = fc.option(fc.constantFrom('old.md', 'app/listening.md'), { nil: undefined, freq: 2 });
  const framework = fc.option(fc.constantFrom('good-neighbours', 'nowhere'), { nil: undefined });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('', '---\n---\n', '---\ntitle: [\n---\n', '---js\n1\n---\n', '---\ntitle: A\n') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(status, id, old)
        .map(([state, own, alias]) =>
          lines(
            'title: A title',
            'type: page',
            `status: ${state} # ours`,
            own && `id: ${own}`,
            alias && `aliases: [${alias}]`,
            'owner: Lead',
          ),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('planned', 'not-applicable'), framework)
        .map(([state, key]) =>
          lines(
            'title: App',
            'type: application',
            'status: draft',
            'application: app',
            key && `framework: ${key}`,
            'provenance: [smith-2020]',
            'criteria:',
            `  - { criterion: sharing, state: ${state}, because: Later. }`,
          ),
        ),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...CRITERIA),
          status,
          fc.constantFrom('people', 'places', 'nowhere'),
          fc.constantFrom('fair', '2', 'none'),
          fc.constantFrom(...CRITERIA),
        )
        .map(([criterion, state, domain, attribute, related]) =>
          lines(
            'title: "A title"',
            'type: criterion-guidance',
            `status: ${state}`,
            'application: app',
            `criterion: ${criterion}`,
            'serves:',
            `  - domain: ${domain}`,
            `    attributes: [${attribute}]`,
            '    because: It does.',
            '    basis: source',
            `related: [${related}]`,
            'owner: Lead',
            'last_reviewed_on: 2026-01-31',
            'review_in: 1 month',
          ),
        ),
    },
  ); // prettier-ignore
}

function lines(...entries: readonly (string | undefined)[]): string {
  return `---\n${entries.filter((entry) => entry !== undefined).join('\n')}\n---\n\n`;
}

function sentence(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...TARGETS).map((target) => `See [this](${target}).`),
    fc
      .constantFrom(
        'listening',
        'own-id',
        'A',
        'app/planning',
        'nothing',
        'planning#one|plans',
        'a#What?',
        'listening#What?',
        'planning#Doing',
        'l',
        'app/l#One|l',
        'index',
      )
      .map((name) => `See [[${name}]].`),
    fc.constantFrom('smith-2020', 'smith-2020, point 1.1', 'smith-2020, point 9', 'nobody').map((source) => `As they say [@${source}].`),
    fc.constantFrom(
      'The NHW helps.',
      'An organizational problem family.',
      'TBC',
      '![](pictures/map.png)',
      '![[pictures/map.png]]',
      '<!-- destination-map-disable-next-line link-target: soon -->\n[x](soon.md)',
    ),
  );
}
