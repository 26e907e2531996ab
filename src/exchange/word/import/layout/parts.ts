import type { RootContent } from 'hast';
import type { ElementPart } from '../../../../core/model/framework.js';
import { headingLevel, isElement, plainTextOf } from '../hast.js';
import { numberBefore } from '../match/number.js';
import { similarity } from '../match/similarity.js';

/** A text by the parts of its criterion. */
export interface PartTexts {
  /** What stands before the first part. */
  readonly before: readonly RootContent[];
  readonly parts: readonly { readonly part: ElementPart; readonly blocks: readonly RootContent[] }[];
}

/** A heading that is a part’s must be this much like its title. */
const ALIKE = 0.7;

/**
 * Takes a text apart by the parts of a criterion, where headings, bold words at the beginning of paragraphs, or labels such
 * as “a)” tell them apart.
 * @returns undefined where not every part can be told
 */
export function partTexts(blocks: readonly RootContent[], parts: readonly ElementPart[]): PartTexts | undefined {
  const before: RootContent[] = [];
  const found: { part: ElementPart; blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    const begins = partOf(block, parts);
    const last = found[found.length - 1];
    if (begins) found.push({ part: begins.part, blocks: begins.rest });
    else (last ? last.blocks : before).push(block);
  }
  const told = new Set(found.map(({ part }) => part.key));
  return told.size === parts.length && found.length === parts.length ? { before, parts: found } : undefined;
}

/** The part that a block begins, with what of the block is its text. */
function partOf(block: RootContent, parts: readonly ElementPart[]): { part: ElementPart; rest: RootContent[] } | undefined {
  if (headingLevel(block) > 0) {
    const part = partNamed(plainTextOf(block), parts);
    return part && { part, rest: [] };
  }
  if (!isElement(block, 'p')) return undefined;
  const [first, ...others] = block.children;
  if (isElement(first, 'strong')) {
    const part = partNamed(plainTextOf(first), parts);
    const rest = { ...block, children: trimmedStart(others) };
    return part && { part, rest: plainTextOf(rest) === '' ? [] : [rest] };
  }
  if (first?.type !== 'text') return undefined;
  const match = /^\s*(?:(?:\d{1,3}\s*)?\(?([a-z])\)|\d{1,3}([a-z])[.:]?)\s+/i.exec(first.value);
  const label = (match?.[1] ?? match?.[2])?.toLowerCase();
  const part = label === undefined ? undefined : parts.find((one) => one.label.toLowerCase() === label);
  if (!match || !part) return undefined;
  return { part, rest: [{ ...block, children: [{ ...first, value: first.value.slice(match[0].length) }, ...others] }] };
}

/** The part that words name: by its title, or by its label where they are nothing else. */
export function partNamed(text: string, parts: readonly ElementPart[]): ElementPart | undefined {
  const { number, title } = numberBefore(text);
  const [lead = '', letter] = /^\(?([a-z])(?:[.):]\s*|\s+)/i.exec(title) ?? [];
  const plain = title.slice(lead.length).replace(/[:.–—-]\s*$/, '');
  const label = number?.part ?? letter?.toLowerCase();
  return (
    parts.find((part) => similarity(part.title, plain) >= ALIKE) ?? parts.find((part) => plain === '' && part.label.toLowerCase() === label)
  );
}

/** Without the colon or dash that parts a title from its text. */
function trimmedStart<Node extends { type: string }>(nodes: readonly Node[]): Node[] {
  const [first, ...others] = nodes;
  if (first?.type !== 'text' || !('value' in first)) return [...nodes];
  return [{ ...first, value: String(first.value).replace(/^\s*[:.–—-]?\s*/, '') }, ...others];
}
