import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { SourceText } from '../text/source-text.js';

/**
 * Gives a place to the nodes that remark leaves without one, and the right place to those that begin too early.
 *
 * remark-gfm finds some autolinks (“"www.example.org"”) only after parsing, and cuts the text around them into new
 * nodes that have no position; whatever else stands in that text, such as a citation, would be lost. A paragraph of a
 * task that begins with markup is said to begin at its box.
 */
export function fillPositions(tree: Root, text: string): Root {
  // remark counts from behind a byte order mark.
  const placer = new Placer(text.replace(/^\uFEFF/, ''));
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue;
    if (node.type === 'listItem' && typeof node.checked === 'boolean') beginAfterBox(node.children[0]);
    if (node.children.some((child) => !child.position)) placer.fill(node);
    for (const child of node.children as Nodes[]) stack.push(child);
  }
  return tree;
}

function beginAfterBox(paragraph: Nodes | undefined): void {
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.position && first?.position) paragraph.position.start = { ...first.position.start };
}

/** What stands between the start of a node and that of its first child. */
const OPENING: Readonly<Record<string, RegExp>> = {
  heading: /^#{1,6}[ \t]+/,
  emphasis: /^[*_]/,
  strong: /^(?:\*\*|__)/,
  delete: /^~~?/,
  tableCell: /^\|?[ \t]*/,
};
const REFERENCE = /^(?:\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});)/i;

class Placer {
  private readonly source: SourceText;

  constructor(private readonly text: string) {
    this.source = new SourceText('', text);
  }

  fill(parent: Parents): void {
    const start = parent.position?.start.offset ?? 0;
    let at = start + (OPENING[parent.type]?.exec(this.text.slice(start, start + 200))?.[0].length ?? 0);
    for (const child of parent.children as PhrasingContent[]) {
      if (child.position) at = child.position.end.offset ?? at;
      else at = this.place(child, at);
    }
  }

  /** Places a text, or a link around one, that begins at an offset or a little after it; returns where it ends. */
  private place(node: PhrasingContent, from: number): number {
    const inner = node.type === 'link' ? node.children[0] : node;
    const value = inner && 'value' in inner ? inner.value : '';
    const { start, end } = this.align(value, from);
    for (const placed of inner && inner !== node ? [node, inner] : [node]) {
      placed.position = { start: this.point(start), end: this.point(end) };
    }
    return end;
  }

  /** The stretch of source that a text node's value was made from: escapes, references and line prefixes are longer there. */
  private align(value: string, from: number): { start: number; end: number } {
    let at = this.skipTo(value[0] ?? '', from);
    const start = at;
    for (let index = 0; index < value.length; ) {
      if (index > 0) at = value[index - 1] === '\n' ? this.skip(/[ \t>]/, at) : this.skipTo(value[index] ?? '', at);
      const written = REFERENCE.exec(this.text.slice(at, at + 40))?.[0] ?? '';
      const meant = written === '' ? '' : decodeString(written);
      const whole = written !== meant && value.startsWith(meant, index);
      index += whole ? meant.length : 1;
      at += whole ? written.length : 1;
    }
    return { start, end: Math.min(at, this.text.length) };
  }

  /** Spaces at the ends of lines are in the source and not in the value. */
  private skipTo(wanted: string, at: number): number {
    return wanted === this.text[at] ? at : this.skip(wanted === '\n' || wanted === '\r' ? /[ \t]/ : /\s/, at);
  }

  private skip(what: RegExp, from: number): number {
    let at = from;
    while (at < this.text.length && what.test(this.text[at] ?? '')) at++;
    return at;
  }

  private point(offset: number): { line: number; column: number; offset: number } {
    return { ...this.source.positionAt(offset), offset };
  }
}
