import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { OffsetRange } from '../../core/text/range.js';
import { parseYamlDocument } from '../../core/yaml/parse-yaml.js';
import type { LanguageDocument } from '../language-document.js';
import type { DocumentSymbol } from './symbol.js';

/** The fields of a document or data file as an outline; empty where they cannot be read. */
export function fieldSymbols({ facts, source }: LanguageDocument): DocumentSymbol[] {
  if (facts.fields.state !== 'parsed') return [];
  const { start, end } = facts.fields.range;
  const yaml = source.text.slice(start, end);
  const { contents } = parseYamlDocument(yaml);
  return isMap(contents) ? new Outline(yaml, start).fields(contents) : [];
}

class Outline {
  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  fields(map: YAMLMap): DocumentSymbol[] {
    return map.items.flatMap((pair) => this.field(pair) ?? []);
  }

  private field({ key, value }: Pair): DocumentSymbol | undefined {
    if (!isScalar(key) || !key.range) return undefined;
    const selection = { start: this.base + key.range[0], end: this.base + key.range[1] };
    const range = { start: selection.start, end: Math.max(selection.end, this.rangeOf(value)?.end ?? 0) };
    const detail = isScalar(value) ? { detail: oneLine(value.value) } : {};
    const children = isMap(value) ? this.fields(value) : isSeq(value) ? this.entries(value) : [];
    return { name: String(key.value) || '(empty)', ...detail, kind: 'field', range, selection, children };
  }

  /** The entries of a list that are mappings; plain values say nothing in an outline. */
  private entries(list: YAMLSeq): DocumentSymbol[] {
    return list.items.flatMap((item) => {
      const range = this.rangeOf(item);
      if (!isMap(item) || !range) return [];
      const [first, second] = item.items.flatMap(({ value }) => (isScalar(value) ? [oneLine(value.value)] : []));
      const title = item.get('title');
      const [name, detail] = typeof title === 'string' ? [oneLine(title), first] : [first, second];
      // Its own fields are in sight where it is: only lists in it are worth another level.
      const children = item.items.flatMap(({ value }) => (isSeq(value) ? this.entries(value) : []));
      const beside = detail === undefined || detail === name ? {} : { detail };
      return [{ name: name || '(empty)', ...beside, kind: 'entry', range, selection: this.firstLine(range), children }];
    });
  }

  private rangeOf(node: unknown): OffsetRange | undefined {
    const range = (node as Node | null | undefined)?.range;
    if (!range) return undefined;
    let end = range[1];
    while (end > range[0] && /\s/.test(this.text[end - 1] ?? '')) end--;
    return { start: this.base + range[0], end: this.base + end };
  }

  private firstLine({ start, end }: OffsetRange): OffsetRange {
    const line = this.text.indexOf('\n', start - this.base);
    return { start, end: line < 0 ? end : Math.min(end, line + this.base) };
  }
}

function oneLine(value: unknown): string {
  return String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
