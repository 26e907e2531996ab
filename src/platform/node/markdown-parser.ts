import type { MarkdownParser } from '../../core/markdown/parser.js';
import { UsageError } from './usage-error.js';

/** Which parser to use: the native one where its binary is to hand, or one of the two by name. */
export type ParserChoice = 'auto' | 'satteri' | 'remark';

/**
 * Loads a Markdown parser. Both are loaded only when they are asked for: each costs more to load than to run on a
 * few documents.
 */
export async function loadParser(choice: ParserChoice = 'auto'): Promise<MarkdownParser> {
  if (choice !== 'remark') {
    try {
      return (await import('./satteri-parser.js')).satteriParser;
    } catch (error) {
      if (choice === 'satteri') {
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
        throw new UsageError(`The native parser is not to hand for this machine (${reason}). Leave out “--parser satteri”.`);
      }
    }
  }
  return (await import('../remark-parser.js')).remarkParser();
}
