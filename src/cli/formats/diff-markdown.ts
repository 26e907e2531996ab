import type { Statement } from '../../review/statement.js';
import { commentText } from './comment-text.js';
import { comparedSentence, type DiffReport, groupsOf, placeOf, type StatementGroup, verdictSentences } from './diff-report.js';

/** GitHub takes no longer comment; some room is left for what others put around it. In characters. */
const LONGEST = 60_000;
/** Longer lists are folded, so that the verdict stays in view. */
const FOLDED = 8;

/** A change in meaning as a comment on a pull request. */
export function diffMarkdown(report: DiffReport): string {
  const [first = '', ...more] = verdictSentences(report);
  const head = `${markerOf(report)}\n## What this change means for the guidance\n\n**${commentText(first)}**\n${more.map((one) => `${commentText(one)}\n`).join('')}`;
  const tail = `${mapsMarkdown(report)}\n<sub>${commentText(comparedSentence(report))}</sub>\n`;
  let text = head;
  for (const group of groupsOf(report)) text += groupMarkdown(group, report, LONGEST - text.length - tail.length);
  return text + tail;
}

/** By this first line a comment is found again, so that the next run replaces it: each guidance folder has its own. */
function markerOf({ place }: DiffReport): string {
  return `<!-- dmap diff ${encodeURI(place).replaceAll('--', '-%2D')} -->`;
}

function groupMarkdown({ title, statements }: StatementGroup, report: DiffReport, room: number): string {
  const heading = `${title} (${statements.length})`;
  const folds = statements.length > FOLDED;
  const [open, close] = folds ? [`\n<details>\n<summary><b>${heading}</b></summary>\n\n`, '\n</details>\n'] : [`\n### ${heading}\n\n`, ''];
  let left = room - open.length - close.length - 100;
  const items = statements
    .map((one) => itemMarkdown(one, report))
    .filter((item) => {
      left -= item.length;
      return left >= 0;
    });
  const missing = statements.length - items.length;
  return `${open}${items.join('')}${missing > 0 ? `- … and ${missing} more, which “dmap diff” lists\n` : ''}${close}`;
}

function itemMarkdown(statement: Statement, report: DiffReport): string {
  const place = placeOf(statement, report);
  return `- ${commentText(statement.text)}${place === undefined ? '' : ` (${code(place)})`}\n`;
}

/** A path as code, whatever signs are in it. */
function code(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return ticks.length > 1 ? `${ticks} ${text} ${ticks}` : `\`${text}\``;
}

function mapsMarkdown({ maps }: DiffReport): string {
  return maps
    .map(({ title, before, after }) => {
      const picture = (address: string | undefined, when: string) =>
        address === undefined ? `none ${when}` : `![The map of ${commentText(title)}, ${when}](<${address}>)`;
      return `\n### The map of ${commentText(title)}\n\n| Before | After |\n| --- | --- |\n| ${picture(before, 'before')} | ${picture(after, 'after')} |\n`;
    })
    .join('');
}
