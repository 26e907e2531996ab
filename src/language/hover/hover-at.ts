import { yamlAt } from '../fields/yaml-region.js';
import type { LanguageDocument } from '../language-document.js';
import { targetAt } from '../targets/target-at.js';
import { describeTarget } from './describe-target.js';
import { fieldHover } from './field-hover.js';
import type { Hover } from './hover.js';

/**
 * What there is to say about an offset: an element with its coverage, a work in full, a point's text, a term, how far
 * away a date is, what a link leads to, the help of a field.
 */
export function hoverAt(document: LanguageDocument, offset: number): Hover | undefined {
  const target = targetAt(document, offset);
  const contents = target && describeTarget(target, document);
  if (target && contents) return { range: target.range, contents };
  const region = yamlAt(document, offset);
  return region && fieldHover(document, region, offset);
}
