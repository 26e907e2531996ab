import { yamlAt } from '../fields/yaml-region.js';
import type { LanguageDocument } from '../language-document.js';
import { completeCitation } from './citation-completion.js';
import { isInCode } from './code-place.js';
import { type CompletionList, NOTHING } from './completion-item.js';
import { completeFields } from './field-completion.js';
import { completeLink } from './link-completion.js';
import { completeSection } from './section-completion.js';
import { completeTemplate } from './template-completion.js';
import { completeTerm } from './term-completion.js';
import { completeWikiLink } from './wiki-link-completion.js';

/**
 * What can be written at an offset of a document or data file.
 *
 * An item's edit takes the place of what is written there, up to the offset and beyond where a word goes on; an editor
 * compares that with the item's `filterText`. Front matter need not be whole.
 */
export function completionsAt(document: LanguageDocument, offset: number): CompletionList {
  const region = yamlAt(document, offset);
  if (region) return completeFields(document, region, offset);
  if (document.facts.format === 'yaml' || isInCode(document, offset)) return NOTHING;
  for (const complete of [completeTemplate, completeSection, completeWikiLink, completeCitation, completeLink, completeTerm]) {
    const found = complete(document, offset);
    if (found) return found;
  }
  return NOTHING;
}
