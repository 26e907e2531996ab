import type { PhrasingContent } from 'mdast';

const MARKS = ['strong', 'emphasis', 'delete'] as const;
type Mark = (typeof MARKS)[number];

/** A stretch of a line that has the same marks all along. */
interface Stretch {
  readonly node: PhrasingContent;
  readonly marks: ReadonlySet<Mark>;
  /** Where it leads to. */
  readonly url: string | undefined;
}

/**
 * What stands in a line in one form for all that looks the same: which mark holds which does not count, and blanks between
 * words have none.
 */
export function canonicalPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const stretches = joined(nodes.flatMap((node) => stretchesOf(node, new Set(), undefined)));
  return stretches.map(({ node, marks, url }) => {
    const marked = MARKS.reduce<PhrasingContent>((inner, type) => (marks.has(type) ? { type, children: [inner] } : inner), node);
    return url === undefined ? marked : { type: 'link', url, children: [marked] };
  });
}

function stretchesOf(node: PhrasingContent, marks: ReadonlySet<Mark>, url: string | undefined): Stretch[] {
  if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
    const more = new Set([...marks, node.type]);
    return node.children.flatMap((child) => stretchesOf(child, more, url));
  }
  if (node.type === 'link') return node.children.flatMap((child) => stretchesOf(child, marks, node.url));
  if (node.type !== 'text') return [{ node, marks, url }];
  return [...node.value.matchAll(/\s+|\S+(?:\s+\S+)*/g)].map(([value]) => {
    const isBlank = value.trim() === '';
    return { node: { type: 'text', value: isBlank ? ' ' : value }, marks: isBlank ? new Set() : marks, url: isBlank ? undefined : url };
  });
}

/** Words beside each other that are alike are one stretch, and blanks beside each other one blank. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result[result.length - 1];
    if (last?.node.type === 'text' && stretch.node.type === 'text' && areAlike(last, stretch))
      result[result.length - 1] = { ...last, node: { type: 'text', value: (last.node.value + stretch.node.value).replace(/\s+/g, ' ') } };
    else result.push(stretch);
  }
  return result;
}

function areAlike(one: Stretch, other: Stretch): boolean {
  return one.url === other.url && one.marks.size === other.marks.size && [...one.marks].every((mark) => other.marks.has(mark));
}
