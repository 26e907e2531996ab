import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fillPositions } from '../core/markdown/fill-positions.js';
import type { MarkdownParser } from '../core/markdown/parser.js';
import { looksBackTooFar, TooDeepError } from '../core/text/nesting.js';

/** remark as the Markdown parser: the reference, and the one that runs everywhere. */
export function remarkParser(): MarkdownParser {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
  return {
    name: 'remark-15+1',
    parse: (text): Root => {
      if (looksBackTooFar(text)) throw new TooDeepError('The brackets would take minutes to read.');
      return fillPositions(processor.parse(text), text);
    },
  };
}
