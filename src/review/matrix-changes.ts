import type { ApplicationCoverage, ElementCoverage, MatrixCell } from '../core/coverage/coverage.js';
import { elementName } from './names.js';
import type { Statement } from './statement.js';
import { quoted } from './words.js';

/** The cells of an application's matrix that were filled or emptied. */
export function matrixChanges(before: ApplicationCoverage, after: ApplicationCoverage, several: boolean): Statement[] {
  const then = new Map(before.matrix.map((cell) => [cellKey(cell), cell]));
  const titleOf = (elements: readonly ElementCoverage[], key: string) => elements.find((one) => one.key === key);
  return after.matrix.flatMap((cell): Statement[] => {
    const old = then.get(cellKey(cell));
    if (!old || old.claims.length > 0 === cell.claims.length > 0) return [];
    const attribute = titleOf(after.attributes, cell.attribute);
    const domain = titleOf(after.domains, cell.domain);
    const which = `${domain?.shortTitle ?? cell.domain} × ${attribute ? elementName(attribute) : cell.attribute}`;
    const emptied = cell.claims.length === 0;
    const where = several ? ` of ${quoted(after.title)}` : '';
    return [
      {
        kind: emptied ? 'cell-emptied' : 'cell-filled',
        text: `The matrix cell ${which}${where} is ${emptied ? 'empty now: no criterion serves it any more' : 'filled now'}.`,
        path: (emptied ? old : cell).claims[0]?.path,
      },
    ];
  });
}

function cellKey({ attribute, domain }: MatrixCell): string {
  return `${attribute}\n${domain}`;
}
