import type { Term } from '../../core/model/glossary.js';
import { paragraphs, plain } from './markdown.js';

/** What the glossary says of a term, as Markdown. */
export function describeTerm({ term, expansion, meaning, insteadOf, unknown }: Term): string {
  return paragraphs(
    `**${plain(term)}**${expansion === undefined ? '' : `: ${plain(expansion)}`}`,
    meaning === undefined ? undefined : plain(meaning),
    unknown ? 'The sources do not say what it stands for.' : undefined,
    insteadOf.length === 0 ? undefined : `Instead of: ${insteadOf.map((form) => `“${plain(form)}”`).join(', ')}`,
  );
}
