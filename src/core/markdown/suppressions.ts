import type { OffsetRange } from '../text/range.js';

/** A comment that asks for one rule to be quiet about the next line. */
export interface Suppression extends OffsetRange {
  readonly ruleIds: readonly string[];
  /** Why, as the author says; empty where none is given. */
  readonly reason: string;
}

const MARKDOWN = /<!--\s*destination-map-disable-next-line\b(?:[ \t]+([^:]*?))?\s*(?::\s*([\s\S]*?))?\s*-->/g;
const YAML = /#[ \t]*destination-map-disable-next-line\b(?:[ \t]+([^:\r\n]*?))?[ \t]*(?::[ \t]*([^\r\n]*?))?[ \t]*$/gm;

/** Finds the suppressions in an HTML comment of a document; `base` is its offset. */
export function suppressionsInHtml(html: string, base: number): Suppression[] {
  return html.includes('destination-map-disable') ? find(MARKDOWN, html, base) : [];
}

/** Finds the suppressions in the comments of a YAML text; `base` is its offset. */
export function suppressionsInYaml(yaml: string, base: number): Suppression[] {
  return yaml.includes('destination-map-disable') ? find(YAML, yaml, base) : [];
}

function find(pattern: RegExp, text: string, base: number): Suppression[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    ruleIds: (match[1] ?? '').split(/[\s,]+/).filter((id) => id !== ''),
    reason: (match[2] ?? '').trim(),
    start: base + match.index,
    end: base + match.index + match[0].trimEnd().length,
  }));
}
