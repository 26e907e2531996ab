import type { Nodes, Parents, Root } from 'mdast';
import { DEEPEST, TooDeepError } from '../text/nesting.js';
import type { OffsetRange } from '../text/range.js';

/** The nodes of one type. */
export type NodeOf<T extends Nodes['type']> = Extract<Nodes, { type: T }>;

/** The nodes of a tree by type, in document order, from one visit. */
export class NodesByType {
  private readonly byType = new Map<string, Nodes[]>();

  /** @throws TooDeepError for a tree whose depth others could not walk by calling themselves */
  constructor(root: Root) {
    const stack: Nodes[] = [root];
    const depths: number[] = [0];
    for (let node = stack.pop(); node; node = stack.pop()) {
      const depth = (depths.pop() ?? 0) + 1;
      // A list is three nodes deep: the list, its item, the paragraph.
      if (depth > DEEPEST * 3) throw new TooDeepError('The tree is too deep.');
      const same = this.byType.get(node.type);
      if (same) same.push(node);
      else this.byType.set(node.type, [node]);
      if ('children' in node) {
        for (let index = node.children.length - 1; index >= 0; index--) {
          stack.push(node.children[index] as Nodes);
          depths.push(depth);
        }
      }
    }
  }

  /** The nodes of a type, in document order. */
  of<T extends Nodes['type']>(type: T): readonly NodeOf<T>[] {
    return (this.byType.get(type) ?? []) as unknown as readonly NodeOf<T>[];
  }
}

/** Where a node stands. */
export function rangeOf(node: Nodes): OffsetRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The text of a node as a reader sees it, images by their alternative text. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('alt' in node) return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? (node as Parents).children.map(plainText).join('') : '';
}
