import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'vscode-languageserver';

/** A generated document's number of bytes without anything added is about 5,000. */
const PARAGRAPH =
  'Delivery feedback clear plan process team process evidence clear skill shared service design team. Practice support local service learning officer early team design shared need partner, and what was learned is written down. [@jackman-2020, point 1.5]';

/** A link that leads nowhere: every server has something to say of a document that has it. */
export const BROKEN = 'See [what is not there](no-such-page.md).';

/** A generated document made as long as asked for, with a link in it that leads nowhere. */
export function longText(folder: string, path: string, bytes: number): string {
  const parts = [readFileSync(join(folder, path), 'utf8'), BROKEN];
  let length = parts.join('\n').length;
  for (let number = 1; length < bytes; number++) {
    const section = `\n## Further reading ${number}\n\n${PARAGRAPH}\n\n- ${PARAGRAPH}\n- Another point\n\n${PARAGRAPH}\n`;
    parts.push(section);
    length += section.length + 1;
  }
  return parts.join('\n');
}

/** The place right behind the first occurrence of some words after an offset. */
export function behind(text: string, words: string, from = 0): Position {
  const at = text.indexOf(words, from);
  if (at < 0) throw new Error(`The document has no “${words}”.`);
  const before = text.slice(0, at + words.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** A heading that documents link to. */
export interface LinkedHeading {
  readonly path: string;
  readonly words: string;
  readonly referrers: readonly string[];
}

/** The heading of a generated workspace that most documents link to. */
export function mostLinked(folder: string): LinkedHeading {
  const referrers = new Map<string, Set<string>>();
  for (const path of markdownIn(folder)) {
    for (const [, number = ''] of readFileSync(join(folder, path), 'utf8').matchAll(/page-(\d+)\.md#section-1-of-page-\1\)/g)) {
      const all = referrers.get(number) ?? new Set();
      referrers.set(number, all.add(path));
    }
  }
  const [number = '', paths = new Set<string>()] = [...referrers].sort(([, a], [, b]) => b.size - a.size)[0] ?? [];
  const path = `part-${Math.floor(Number(number) / 100)}/page-${number}.md`;
  return { path, words: `## Section 1 of page ${number}`, referrers: [...paths].filter((other) => other !== path) };
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
}
