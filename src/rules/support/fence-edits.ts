import type { Fix } from '../../core/lint/finding.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { YamlLine, YamlLines } from './yaml-lines.js';

/** The closing `---` of front matter that has none, below what looks like its last field. */
export function closingFence(text: string): Fix {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const feed = text.indexOf('\n');
  const first = feed < 0 ? text.length : feed + 1;
  let at = first;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    // A blank line, a heading or a sentence is where the text of the document begins.
    if (!/^(?:[A-Za-z_][\w-]*:|[ \t]+\S|-[ \t])/.test(line)) break;
    at = end < 0 ? text.length : end + 1;
  }
  const needsBreak = at > 0 && text[at - 1] !== '\n';
  return { title: 'End the front matter here', edits: [{ start: at, end: at, text: `${needsBreak ? eol : ''}---${eol}` }] };
}

/** The first line of front matter without the language that somebody wrote there. */
export function plainFence(opening: OffsetRange): Fix {
  return { title: 'Leave only “---”', edits: [{ ...opening, text: '---' }] };
}

/** The first line of some YAML that is neither blank nor a comment. */
export function firstSaid(lines: YamlLines): YamlLine | undefined {
  return lines.lines.find((line) => line.text.trim() !== '' && !line.text.trimStart().startsWith('#'));
}
