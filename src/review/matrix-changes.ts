import type { ApplicationCoverage, ElementCoverage, MatrixCell } from '../core/coverage/coverage.js';
import { type ElementKind, type Framework, findCurrent, findElement } from '../core/model/framework.js';
import { elementName } from './names.js';
import type { ChangeKind, Statement } from './statement.js';
import { fewOf, quoted } from './words.js';

/** A framework that grows by an attribute brings many cells: no more of them are named than a sentence can hold. */
const MOST_NAMED = 12;

/**
 * The cells of an application's matrix that were filled or emptied, and those that came and went with the framework.
 * @param framework the application's, after the change; its cells are told by the names that it has for them
 * @param several whether there are other applications to tell it from
 */
export function matrixChanges(
  before: ApplicationCoverage,
  after: ApplicationCoverage,
  { framework, several }: { readonly framework: Framework | undefined; readonly several: boolean },
): Statement[] {
  const then = byKey(before.matrix, (cell) => keyIn(framework, cell));
  const now = byKey(
    after.matrix.filter((cell) => isCurrent(framework, cell)),
    (cell) => keyIn(framework, cell),
  );
  const whose = several ? ` of ${quoted(after.title)}` : '';
  const turned = [...now].flatMap(([key, cell]): Statement[] => {
    const old = then.get(key);
    if (old ? isFilled(old) === isFilled(cell) : !isFilled(cell)) return [];
    const which = `The matrix cell ${nameOf(cell, after)}${whose}`;
    const text = !old
      ? 'is new in the framework, and filled'
      : isFilled(cell)
        ? 'is filled now'
        : 'is empty now: no criterion serves it any more';
    const kind = isFilled(cell) ? 'cell-filled' : 'cell-emptied';
    return [{ kind, text: `${which} ${text}.`, path: (isFilled(cell) ? cell : old)?.claims[0]?.path }];
  });
  const gone = [...then].flatMap(([key, cell]) => (isFilled(cell) && !now.has(key) ? [cell] : []));
  const empty = [...now].flatMap(([key, cell]) => (isFilled(cell) || then.has(key) ? [] : [cell]));
  return [
    ...turned,
    ...together(gone, {
      kind: 'cell-emptied',
      path: gone[0]?.claims[0]?.path,
      one: (name) => `The matrix cell ${name}${whose}, which was filled, is no longer in the framework.`,
      many: (names) => `The framework${whose} no longer has ${gone.length} matrix cells that were filled: ${names}.`,
      nameOf: (cell) => nameOf(cell, before),
    }),
    // As of a criterion that is new: nobody has served it yet, and nobody has taken anything away.
    ...together(empty, {
      kind: 'framework-changed',
      path: framework?.path,
      one: (name) => `The matrix cell ${name}${whose} is new in the framework, and empty: no criterion serves it yet.`,
      many: (names) =>
        `The framework${whose} has ${empty.length} new matrix cells that are empty, for no criterion serves them yet: ${names}.`,
      nameOf: (cell) => nameOf(cell, after),
    }),
  ];
}

interface Saying {
  readonly kind: ChangeKind;
  readonly path: string | undefined;
  readonly one: (name: string) => string;
  readonly many: (names: string) => string;
  readonly nameOf: (cell: MatrixCell) => string;
}

/** One statement about all the cells of which the same is to be said. */
function together(cells: readonly MatrixCell[], { kind, path, one, many, nameOf: named }: Saying): Statement[] {
  if (cells.length === 0) return [];
  const names = fewOf(cells.map(named), MOST_NAMED);
  return [{ kind, text: cells.length === 1 ? one(names) : many(names), path }];
}

/** Cells by their keys; of two that have become one, the one that is filled. */
function byKey(cells: readonly MatrixCell[], keyOf: (cell: MatrixCell) => string): Map<string, MatrixCell> {
  const found = new Map<string, MatrixCell>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (isFilled(cell) || !found.has(key)) found.set(key, cell);
  }
  return found;
}

/** A cell is known by the elements that have taken the place of its own. */
function keyIn(framework: Framework | undefined, { attribute, domain }: MatrixCell): string {
  const current = (kind: ElementKind, key: string) => (framework && findCurrent(framework, [kind], key)?.key) ?? key;
  return `${current('attribute', attribute)}\n${current('domain', domain)}`;
}

/** Whether a framework still has both elements of a cell for something of their own: claims of what was replaced fill another. */
function isCurrent(framework: Framework | undefined, { attribute, domain }: MatrixCell): boolean {
  const isOwn = (kind: ElementKind, key: string) =>
    !framework || findCurrent(framework, [kind], key) === findElement(framework, [kind], key);
  return isOwn('attribute', attribute) && isOwn('domain', domain);
}

function isFilled({ claims }: MatrixCell): boolean {
  return claims.length > 0;
}

function nameOf({ attribute, domain }: MatrixCell, { attributes, domains }: ApplicationCoverage): string {
  const titled = (elements: readonly ElementCoverage[], key: string) => elements.find((one) => one.key === key);
  const [column, row] = [titled(attributes, attribute), titled(domains, domain)];
  return `${row?.shortTitle ?? domain} × ${column ? elementName(column) : attribute}`;
}
