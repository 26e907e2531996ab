import { markdownText } from '../../map/report/markdown-table.js';

/**
 * A text that stays text in a comment on GitHub or GitLab: “[@smith-2020]” calls nobody of that name, and what looks like
 * an entity stays as it is.
 */
export function commentText(text: string): string {
  return markdownText(text)
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replace(/@(?=\w)/g, '@<!-- -->');
}
