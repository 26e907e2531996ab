import { isMainThread } from 'node:worker_threads';
import type { RenderDocument } from '../../../../src/platform/node/site/page-renderer.js';
import { indexPage } from '../../../../src/site/search/index-page.js';

/** A page that shows that it was made from the right text, by a parser, with what all pages share. */
export const renderStub: RenderDocument = (page, text, shared, parser) => {
  if (text.includes('CRASH')) throw new Error('This page cannot be made.');
  // No worker has memory enough for this; the thread that started it need not know how it is done.
  if (text.includes('HOARD') && !isMainThread) for (const kept: string[][] = []; ; ) kept.push(new Array<string>(100_000).fill(text));
  const blocks = parser.parse(text).children.length;
  const sections = [{ id: undefined, depth: 1, heading: '', text }];
  return {
    html: `<h1>${page.title} – ${shared.title}</h1><p>${blocks} blocks</p>\n${text}`,
    indexed: text.includes('HIDDEN') ? undefined : indexPage({ page: page.page, title: page.title, typeTitle: 'Page', sections }),
  };
};
