import { titleOf } from '../../../../src/core/workspace/document.js';
import type { SiteMaker } from '../../../../src/platform/node/site/site-maker.js';
import { documentPage } from '../../../../src/site/addresses.js';
import { mergeIndex } from '../../../../src/site/search/merge-index.js';
import type { DocumentPage, SiteShared } from '../../../../src/site/types.js';
import { renderStub } from './stub-render.js';

/** A page as the real ones are built: with a policy of its own, a main part and an end. */
export function stubHtml(content: string): string {
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>x</title></head><body><main id="main">${content}</main></body></html>`;
}

/** A site that shows which of its parts were made, from what. A document that says UNPLANNABLE cannot be planned. */
export const stubMaker: SiteMaker = {
  plan: ({ snapshot, today, history }) => {
    if (snapshot.markdown.some((facts) => titleOf(facts) === 'UNPLANNABLE')) throw new Error('no plan for this');
    const documents = snapshot.markdown.map((facts) => {
      const page = { source: facts.path, page: documentPage(facts.path), title: titleOf(facts) };
      return page as DocumentPage;
    });
    return {
      shared: { title: snapshot.manifest.title, lang: 'en' } as SiteShared,
      documents,
      copies: snapshot.filePaths.filter((path) => /\.(png|html|svg)$/.test(path)),
      problems: [],
      *made(_textOf, indexed) {
        yield { path: 'index.html', content: stubHtml(`<ul>${documents.map(({ title }) => `<li>${title}</li>`).join('')}</ul>`) };
        yield { path: 'part/index.html', content: stubHtml('A part.') };
        const last = history?.entries[0]?.subject;
        yield { path: 'dated.html', content: stubHtml(`${today}, ${last === undefined ? 'nothing committed' : `last: ${last}`}`) };
        yield { path: '404.html', content: stubHtml('Nothing here.') };
        yield { path: 'feed.xml', content: '<feed/>' };
        yield* mergeIndex(indexed);
      },
    };
  },
  render: (page, text, shared, parser) => {
    const { html, indexed } = renderStub(page, text, shared, parser);
    return { html: stubHtml(html), indexed };
  },
};
