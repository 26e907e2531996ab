/**
 * Makes a guidance root of any size: documents of every common kind, linked to each other as real guidance is.
 * The same count gives the same bytes.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORDS =
  'learning practice team review evidence officer survivor service plan support change question meeting record value design delivery feedback skill need local partner outcome process reflection case shared early clear useful'.split(
    ' ',
  );

/** A small random number generator (mulberry32), so that every run makes the same workspace. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Writes a workspace of `count` documents below `folder`.
 * @param data the folder whose framework and glossary it uses
 */
export function generateWorkspace(folder: string, count: number, data: string): void {
  const next = random(count);
  mkdirSync(folder, { recursive: true });
  for (const file of ['destination-map.yml', 'glossary.yml']) cpSync(join(data, file), join(folder, file));
  // The framework and the glossary name sources: the register has those, with few points.
  const ids = [...readFileSync(join(data, 'sources.yml'), 'utf8').matchAll(/^ {2}- id: (\S+)/gm)].map((match) => match[1] ?? '');
  write(folder, 'sources.yml', sources(ids, next));
  write(
    folder,
    'guidance.yml',
    'title: Generated guidance\nlang: en-GB\nframeworks: [destination-map.yml]\nsources: sources.yml\nglossary: glossary.yml\n',
  );
  for (let index = 0; index < count; index++) write(folder, pathOf(index), document(index, count, ids, next));
}

const POINTS = 5;

/** A register of the size that a small body of guidance has. */
function sources(ids: readonly string[], next: () => number): string {
  const entries = ids.map((id) => {
    const points = Array.from(
      { length: POINTS },
      (_unused, point) => `      - id: "1.${point + 1}"\n        says: ${sentence(next, 9)}\n        mark: finding`,
    );
    return `  - id: ${id}\n    type: report\n    title: ${sentence(next, 5)}\n    issued: { date-parts: [[2020]] }\n    verified: true\n    points:\n${points.join('\n')}`;
  });
  return `sources:\n${entries.join('\n')}\n`;
}

/** Documents stand in folders of a hundred. */
function pathOf(index: number): string {
  return index === 0 ? 'index.md' : `part-${Math.floor(index / 100)}/page-${index}.md`;
}

function document(index: number, count: number, ids: readonly string[], next: () => number): string {
  const title = `Page ${index}: ${words(next, 3)}`;
  const sections = Array.from({ length: 5 }, (_, number) => section(index, number, count, ids, next));
  return `---
title: "${title}"
type: page
summary: ${sentence(next, 9)}
status: in-review
owner: Head of learning and development
review_in: 1 year
audiences: [learning-functions, individual-learners]
supports:
  - criterion: feedback-culture
    section: Section 1 of page ${index}
    because: ${sentence(next, 8)}
    basis: editorial
  - criterion: learning-design
    section: Section 2 of page ${index}
    because: ${sentence(next, 8)}
    basis: editorial
---

# ${title}

${sections.join('\n')}`;
}

function section(index: number, number: number, count: number, ids: readonly string[], next: () => number): string {
  const target = Math.floor(next() * count);
  const link = `[${words(next, 3)}](${relative(index, target)}${next() < 0.5 ? `#section-1-of-page-${target}` : ''})`;
  // Every page is linked from the one before it, so that none is an orphan.
  const chain = number === 4 && index + 1 < count ? ` Then read [page ${index + 1}](${relative(index, index + 1)}).` : '';
  return `## Section ${number} of page ${index}

${sentence(next, 14)} See ${link} for *${words(next, 2)}* and **${words(next, 2)}**. ${sentence(next, 12)} [@${ids[Math.floor(next() * ids.length)]}, point 1.${1 + Math.floor(next() * POINTS)}]${chain}

- ${sentence(next, 8)}
- ${sentence(next, 10)}
- ${sentence(next, 7)}

${sentence(next, 16)} ${sentence(next, 11)} ${sentence(next, 13)}
`;
}

function relative(from: number, to: number): string {
  if (to === 0) return from === 0 ? '#' : '../index.md';
  const folder = `part-${Math.floor(to / 100)}`;
  if (from === 0) return pathOf(to);
  return Math.floor(from / 100) === Math.floor(to / 100) ? `page-${to}.md` : `../${folder}/page-${to}.md`;
}

function sentence(next: () => number, length: number): string {
  const text = words(next, length);
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function words(next: () => number, length: number): string {
  return Array.from({ length }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
