import { stringify } from 'yaml';
import type { Value } from '../../core/yaml/value.js';

export { markdownText } from './markdown-text.js';

/** A file that a scaffold makes: where it goes, from the guidance root, and what is in it. */
export interface ScaffoldFile {
  readonly path: string;
  readonly text: string;
}

/** What stands where somebody has to write; everything that reads guidance knows that it says nothing. */
export const TO_BE_WRITTEN = 'To be written';

/** The placeholder for a text, with what belongs there. */
export function placeholder(help: string | undefined): string {
  if (!help) return `${TO_BE_WRITTEN}.`;
  // “L&D …” keeps its capital, “What …” does not.
  const begins = /^\p{Lu}(?![\p{Lu}&])/u.test(help) ? help.charAt(0).toLowerCase() + help.slice(1) : help;
  return `${TO_BE_WRITTEN}: ${begins}`;
}

/** A value as YAML on one line. */
export function yamlInline(value: Value): string {
  return stringify(value, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd();
}

/** A name made of small letters, digits and hyphens; empty where the text has none of them. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
