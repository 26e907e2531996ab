import { Document, isScalar, isSeq, Scalar, stringify, visit } from 'yaml';
import type { Value } from './value.js';

/** Longer lists are written an item a line. */
const WIDEST_LIST = 90;
const WIDTH = 120;

/** A scalar; a text in the quotes that the old one wore, on one line. */
export function inline(value: Value, style: string | undefined): string {
  if (typeof value === 'string' && (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE')) {
    return stringify(value, { defaultStringType: style, lineWidth: 0 }).trimEnd();
  }
  if (typeof value === 'string' && /[\r\n]/.test(value))
    return stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
  return stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: !Array.isArray(value) }).trimEnd();
}

/** A value as it can stand between brackets, where a comma would end it. */
export function inFlow(value: Value, style?: string): string {
  if (typeof value === 'string' && (style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE' || /[\r\n]/.test(value))) {
    return inline(value, style);
  }
  return stringify([value], { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trim().slice(1, -1);
}

/** An entry of a mapping, as whole lines. */
export function entryLines(key: string, value: Value, indent: string, eol: string): string {
  return indented(stringify({ [key]: value }, { lineWidth: 0 }), indent, eol);
}

/** An item of a list with its dash, as whole lines: a group of fields a field a line, with its own short lists in brackets. */
export function itemLines(value: Value, indent: string, eol: string): string {
  const document = new Document([value]);
  visit(document, {
    Seq(_key, list, above) {
      const isOwn = above.length > 1;
      if (isOwn && isSeq(list) && list.items.every((item) => isScalar(item)) && inline(list.toJS(document), undefined).length < WIDEST_LIST)
        list.flow = true;
    },
  });
  return indented(document.toString({ lineWidth: 0, flowCollectionPadding: false }), indent, eol);
}

/**
 * A text as a block of lines below its field: `>-` or `|-`, and what the head of the old block had besides.
 * @param old the block that it takes the place of, from its head to its last line; its lines set the width of the new ones
 * @param indent of the lines
 */
export function blockText(value: string, old: string, indent: string, eol: string): string {
  const scalar = new Scalar(value);
  scalar.type = old.startsWith('|') || value.trimEnd().includes('\n') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED';
  const lines = old.split(/\r?\n/).map((line) => line.length - indent.length);
  const lineWidth = Math.min(Math.max(...lines.slice(1), WIDTH - indent.length - 20), WIDTH - indent.length) + 2;
  const [head = '', ...rest] = new Document({ k: scalar }).toString({ lineWidth }).trimEnd().split('\n');
  if (rest.length === 0) return inline(value, 'QUOTE_DOUBLE');
  const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(old)?.[1] ?? '';
  const body = rest.map((line) => (line === '' ? '' : indent + line.slice(2)));
  return [head.slice(3) + comment, ...body].join(eol);
}

/** The offset after the line that holds an offset; a block scalar's range ends there already. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Whole lines that are put in where a line ends, which the text's last one may do without a line break. */
export function linesAt(text: string, at: number, lines: string): { start: number; end: number; text: string } {
  const eol = lineEnding(text);
  const needsBreak = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '');
  return { start: at, end: at, text: needsBreak ? eol + lines.slice(0, -eol.length) : lines };
}

function indented(yaml: string, indent: string, eol: string): string {
  return yaml
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line) + eol)
    .join('');
}
