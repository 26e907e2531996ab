// Generated from the files of this folder by `npm run generate`. Do not edit.
import type { Rule } from '../core/lint/rule.js';
import { rule as fieldChoice } from './field-choice.js';
import { rule as linkTarget } from './link-target.js';

/** Every rule, in alphabetical order of the ids. */
export const rules: readonly Rule[] = [
  fieldChoice,
  linkTarget,
];
