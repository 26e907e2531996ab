import { diffArrays } from 'diff';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { type Block, readMarkdown } from './read-markdown.js';
import { areAlike, inSameLines } from './same-lines.js';

/** A block as it stands in the end. */
interface Piece {
  readonly source: string;
  /** Which block of the old ones it is, or stands for. */
  readonly index: number | undefined;
}

/** A stretch of a text that holds whole blocks. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its blocks; those that are silent are kept whatever comes. */
  readonly blocks: readonly Block[];
}

/** New blocks, and what it takes to read them. */
export interface Fresh {
  readonly blocks: readonly Block[];
  /** The definitions of links and notes that they refer to. */
  readonly definitions: string;
  readonly parser: MarkdownParser;
}

/**
 * A stretch with what a Word document says, in which every block that says the same is left as it was written.
 * @returns the whole text with it; undefined where all of it says the same
 */
export function mergeBlocks(old: Stretch, fresh: Fresh): string | undefined {
  const spoken = old.blocks.flatMap((block, index) => (block.isSilent ? [] : [{ ...block, index }]));
  const pieces: Piece[] = [];
  let at = 0;
  const keepTo = (index: number) => {
    for (; at < index; at++) pieces.push({ source: old.blocks[at]?.source ?? '', index: at });
  };
  const runs = runsOf(spoken, fresh.blocks);
  if (runs.every((run) => 'same' in run)) return undefined;
  for (const run of runs) {
    if ('same' in run) {
      for (const { index } of run.same) keepTo(index + 1);
      continue;
    }
    const paired = pairsOf(run.removed, run.added, fresh);
    for (const [nth, { index }] of run.removed.entries()) {
      keepTo(index);
      at = index + 1;
      pieces.push(...(paired.get(nth) ?? []));
    }
    pieces.push(...(paired.get(run.removed.length) ?? []));
  }
  keepTo(old.blocks.length);
  return withPieces(old, pieces);
}

interface Placed extends Block {
  readonly index: number;
}

type Run = { readonly same: readonly Placed[] } | { readonly removed: readonly Placed[]; readonly added: readonly Block[] };

function runsOf(old: readonly Placed[], fresh: readonly Block[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const isSame = (one: Block, other: Block) => one.canonical() === other.canonical();
  for (const { added, removed, count, value } of diffArrays<Block>([...old], [...fresh], { comparator: isSame })) {
    const passed = added ? [] : old.slice(at, at + count);
    at += passed.length;
    if (!added && !removed) {
      runs.push({ same: passed });
      continue;
    }
    const last = runs[runs.length - 1];
    if (last && 'removed' in last)
      runs[runs.length - 1] = { removed: [...last.removed, ...passed], added: [...last.added, ...(added ? value : [])] };
    else runs.push({ removed: passed, added: added ? value : [] });
  }
  return runs;
}

/** What stands in the place of each removed block, by its place among them; what stands in that of none comes behind them. */
function pairsOf(removed: readonly Placed[], added: readonly Block[], fresh: Fresh): Map<number, Piece[]> {
  const result = new Map<number, Piece[]>();
  const [first, last] = [removed[0]?.index ?? 0, removed[removed.length - 1]?.index ?? -1];
  // Where something silent stands among lists or quotations, what was two of them can be one now, behind it.
  const isPaired = added.length === removed.length || last - first + 1 === removed.length;
  let from = 0;
  let waiting: Piece[] = [];
  for (const block of added) {
    const nth =
      isPaired || block.node.type === 'paragraph'
        ? removed.findIndex((one, index) => index >= from && isOneKind(one, block) && areAlike(one.source, block.source))
        : -1;
    const old = removed[nth];
    if (!old) waiting.push({ source: block.source, index: undefined });
    else {
      const source = inSameLines(old.source, block.source, (text) => saysThat(text, block, fresh));
      result.set(nth, [...waiting, { source, index: old.index }]);
      waiting = [];
      from = nth + 1;
    }
  }
  result.set(removed.length, waiting);
  return result;
}

function isOneKind(one: Block, other: Block): boolean {
  return one.node.type === other.node.type;
}

function saysThat(text: string, block: Block, { parser, definitions }: Fresh): boolean {
  const { blocks } = readMarkdown(text, parser, definitions);
  return blocks.length === 1 && blocks[0]?.canonical() === block.canonical();
}

/** The text with the pieces in the place of the blocks; between those that stood beside each other, all is as it was. */
function withPieces({ text, start, end, blocks }: Stretch, pieces: readonly Piece[]): string {
  const isLast = text.slice(end).trim() === '';
  let body = '';
  let before = -1;
  for (const { source, index } of pieces) {
    const isNext = index !== undefined && index === before + 1;
    body += isNext && blocks[index] ? text.slice(blocks[index - 1]?.end ?? start, blocks[index].start) : '\n\n';
    body += source;
    before = index ?? Number.NaN;
  }
  const isEnd = blocks.length > 0 && before === blocks.length - 1;
  const behind = isEnd ? text.slice(blocks[blocks.length - 1]?.end ?? end, end) : isLast ? '\n' : '\n\n';
  return text.slice(0, start) + body + behind + text.slice(end);
}
