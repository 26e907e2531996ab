import type { RenderDocument } from '../../../../src/platform/node/site/page-renderer.js';

/** A page that shows that it was made from the right text, by a parser, with what all pages share. */
export const renderStub: RenderDocument<{ page: string; words: number }> = (page, text, shared, parser) => {
  if (text.includes('CRASH')) throw new Error('This page cannot be made.');
  const blocks = parser.parse(text).children.length;
  return {
    html: `<h1>${page.title} – ${shared.title}</h1><p>${blocks} blocks</p>\n${text}`,
    indexed: { page: page.page, words: text.split(/\s+/).filter(Boolean).length },
  };
};
