import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { PROJECT } from '../../support/cli.js';

/** A document of a poisoned root, with the payload that its title is. */
export interface PoisonedDocument {
  readonly payload: string;
  /** Its page on the site. */
  readonly page: string;
}

/** Fields of data files that people read; the others are keys, which have to keep their form for the root to be read at all. */
const READ = new Set(
  'title short_title description requirement function hub frame label says note literal family given meaning expansion because better summary disclaimer provider'.split(
    ' ',
  ),
);

/**
 * Writes a guidance root in which every payload stands wherever an author, or somebody who sends a pull request, can put text: in the
 * titles of framework, elements, sources and terms, in front matter, in every construct of Markdown, and in file names.
 * @returns its folder (inside a temporary one) and its documents
 */
export function poisonedRoot(payloads: readonly string[]): { temporary: string; root: string; documents: PoisonedDocument[] } {
  const temporary = mkdtempSync(join(tmpdir(), 'dmap-poisoned-'));
  const root = join(temporary, 'guidance');
  cpSync(join(PROJECT, 'test/fixtures/second-framework'), root, { recursive: true });
  writeData(root, payloads);
  const documents = payloads.flatMap((payload, index) => [
    writeDocument(root, `pages/${index}-${asFileName(payload)}.md`, page(payload), payload),
    writeDocument(root, `resources/${index}.md`, resource(payload), payload),
  ]);
  return { temporary, root, documents };
}

/** Data files: every text of the fixture poisoned in turn, and for every payload an element, a source and a term of its own. */
function writeData(root: string, payloads: readonly string[]): void {
  let turn = 0;
  const poison = (text: string) => `${text} ${payloads[turn++ % payloads.length]}`;
  const change = (name: string, more: (data: Record<string, unknown>) => object) => {
    const data = poisoned(parse(readFileSync(join(root, name), 'utf8')), poison) as Record<string, unknown>;
    writeFileSync(join(root, name), stringify({ ...data, ...more(data) }));
  };
  const each = <T>(make: (payload: string, index: number) => T) => payloads.map(make);
  change('harbour-safety.yml', () => ({
    audiences: each((payload, index) => ({ key: `audience-${index}`, title: payload, short_title: payload, function: payload })),
    practices: [{ key: 'practice', title: payloads[2] }],
    relations: [{ key: 'flow', title: payloads[0], kind: 'flow', description: payloads[1], steps: payloads.slice(0, 5) }],
  }));
  change('sources.yml', ({ sources }) => ({ sources: [...(sources as object[]), ...each(source)] }));
  change('glossary.yml', ({ terms }) => ({
    terms: [
      ...(terms as object[]),
      ...each((payload, index) => ({ term: `TERM${index} ${payload}`, expansion: payload, meaning: payload })),
    ],
  }));
  change('guidance.yml', () => ({
    title: `Poisoned ${payloads[0]}`,
    site: {
      title: payloads[1],
      header: payloads.join('\n\n'),
      footer: payloads.map((payload) => `[x](<${payload.replace(/[<>\n]/g, '')}>) ${payload}`).join('\n\n'),
      logo: payloads[2],
      logo_alt: payloads[3],
      edit_link: `javascript:alert(1)//{path}`,
      accessibility: { checked_by: payloads[4], contact: payloads[5], response: payloads[6], limitations: payloads },
    },
  }));
}

function source(payload: string, index: number): object {
  return {
    id: `poison-${index}`,
    type: 'report',
    title: payload,
    author: [{ family: payload, given: payload }],
    issued: { 'date-parts': [[2020]] },
    publisher: payload,
    URL: payload,
    DOI: payload,
    note: payload,
    points: [{ id: '1', says: payload, mark: 'finding' }],
  };
}

/** A copy of some data in which every text that people read has a payload behind it. */
function poisoned(value: unknown, poison: (text: string) => string, field = ''): unknown {
  if (typeof value === 'string') return READ.has(field) ? poison(value) : value;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, poison, field));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisoned(inner, poison, name)]));
}

function page(payload: string): object {
  return {
    title: payload,
    type: 'page',
    summary: payload,
    owner: payload,
    lang: payload,
    audiences: [payload],
    aliases: [`old/${payload}`],
  };
}

function resource(payload: string): object {
  return {
    title: payload,
    type: 'resource',
    summary: payload,
    status: 'published',
    owner: payload,
    review_in: payload,
    kind: payload,
    provider: payload,
    format: payload,
    access: payload,
    supports: [{ criterion: 'life-jackets', section: payload, because: payload, basis: payload }],
    gaps: [{ about: payload, because: payload }],
    related: [payload],
  };
}

function writeDocument(root: string, path: string, fields: object, payload: string): PoisonedDocument {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  // A file that holds NUL is no text, and has no page.
  writeFileSync(join(root, path), `---\n${stringify({ status: 'draft', ...fields })}---\n\n${body(payload.replaceAll('\0', ''))}`);
  return { payload, page: path.replace(/\.md$/, '.html') };
}

/** The payload in every construct of Markdown that takes text, an address or raw HTML. */
function body(payload: string): string {
  const line = payload.replace(/\s*\n\s*/g, ' ');
  const address = line.replace(/[<>]/g, (bracket) => encodeURIComponent(bracket));
  return `# ${line}

${payload}

Text ${line} text *${line}* **${line}** ~~${line}~~ <kbd ${line}>key</kbd> <abbr title="${line}">A</abbr> <a id="${line}"></a>

> ${line}

- ${line}
- [ ] ${line}

| ${line} | b |
| --- | --- |
| ${line.replaceAll('|', '\\|')} | c |

[${line}](${line}) [link](<${address}>) [titled](index.md "${line.replaceAll('"', '&quot;')}") [reference] [raw](${address})

![${line}](${line}) ![image](<${address}>) ![reference]

<${line}> <${address}>

[reference]: <${address}> "${line.replaceAll('"', '\\"')}"

\`${line}\`

~~~ ${line}
${payload}
~~~

[@${line}] [@compass-handbook, point ${line}] [@compass-handbook, ${line}] [[${line}]] [[life-jackets#${line}|${line}]] ![[${line}]]

A note[^1] and TERM0.

[^1]: ${line}

<details><summary>${line}</summary>

${payload}

</details>

## ${line}

<!-- ${line} -->

<div ${line}>

${payload}
`;
}

const LONGEST = 80;

/** A payload as far as it can be a file's name: no name holds slashes, line ends and NUL, and Windows forbids more. */
function asFileName(payload: string): string {
  const forbidden = process.platform === 'win32' ? /[\p{Cc}/\\<>:"|?*]/gu : /[\0/\n\r]/g;
  const name = payload.replace(forbidden, '∕').trim();
  let short = name;
  while (Buffer.byteLength(short) > LONGEST) short = [...short].slice(0, -1).join('');
  return short.replace(/[. ]+$/, '');
}
