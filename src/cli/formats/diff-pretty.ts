import type { Terminal } from '../terminal.js';
import { comparedSentence, type DiffReport, groupsOf, placeOf, type StatementGroup, verdictSentences } from './diff-report.js';
import { visible } from './visible.js';
import { hanging, wrap } from './wrap.js';

/** What stands before each statement, so that colour is not alone in saying how to take it. */
const SIGNS: Readonly<Record<StatementGroup['weight'], string>> = { worse: '−', better: '+', neutral: '·', 'read-again': '?' };

/** A change in meaning as text for people: the verdict, then every statement with its place. */
export function diffPretty(report: DiffReport, { colours, width }: Terminal): string {
  const [first = '', ...more] = verdictSentences(report).map(visible);
  const groups = groupsOf(report).map(({ weight, title, statements }) => {
    const paint = weight === 'worse' ? colours.red : weight === 'better' ? colours.green : (text: string) => text;
    const lines = statements.map((one) => {
      const place = placeOf(one, report);
      const text = hanging(`  ${SIGNS[weight]} `, visible(one.text), width);
      return `${paint(text)}\n${place === undefined ? '' : `    ${colours.dim(visible(place))}\n`}`;
    });
    return `${colours.bold(`${title} (${statements.length})`)}\n\n${lines.join('')}\n`;
  });
  const maps = report.maps.flatMap(({ before, after }) => [before, after].flatMap((one) => one ?? []));
  const said = [
    ...wrap(first, width).map((line) => colours.bold(line)),
    ...more.flatMap((sentence) => wrap(sentence, width)),
    ...wrap(visible(comparedSentence(report)), width),
    ...(groups.length === 0 && report.head.name === 'HEAD' ? wrap('What is not committed yet was not looked at.', width) : []),
    ...(maps.length > 0 ? wrap(`The map before and after: ${maps.join(', ')}.`, width) : []),
  ];
  return `${groups.join('')}${said.join('\n')}\n`;
}
