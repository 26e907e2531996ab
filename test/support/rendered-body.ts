import { remarkParser } from '../../src/platform/remark-parser.js';
import { renderBody } from '../../src/site/body/render-body.js';
import type { Body, BodyOptions } from '../../src/site/body/types.js';

/** What a text is rendered with in tests: a document in a folder, two sources, two terms, and all links on the site. */
export const OPTIONS: BodyOptions = {
  document: 'rasso/text.md',
  page: 'rasso/text.html',
  pageOf: (path) => (path.endsWith('missing.md') || path.endsWith('missing.png') ? undefined : path.replace(/\.md$/, '.html')),
  wikiLinks: {
    'feedback-culture': { page: 'rasso/feedback-culture.html', title: 'Feedback culture' },
    'feedback-culture#why': { page: 'rasso/feedback-culture.html', fragment: 'why', title: 'Feedback culture' },
    'text#here': { page: 'rasso/text.html', fragment: 'here', title: 'This text' },
  },
  sources: {
    'smith-2020': {
      label: 'Smith and others (2020)',
      reference: 'Smith',
      href: 'evidence.html#source-smith-2020',
      points: ['1.1', '1.2', '1.3'],
    },
    'jones-2012': { label: 'Jones (2012)', reference: 'Jones', href: 'evidence.html#source-jones-2012', points: [] },
  },
  terms: [
    { term: 'RASSO', expansion: 'rape and serious sexual offences', meaning: 'A field.', href: 'glossary.html#term-RASSO' },
    { term: 'culture', expansion: undefined, meaning: 'How things are done.', href: 'glossary.html#term-culture' },
  ],
};

const parser = remarkParser();

/** Renders a Markdown text as a page would. */
export function rendered(text: string, options: Partial<BodyOptions> = {}): Body {
  return renderBody(parser.parse(text), text, { ...OPTIONS, ...options });
}

/** Only the HTML, without the line break at its end. */
export function html(text: string, options: Partial<BodyOptions> = {}): string {
  return rendered(text, options).html.trimEnd();
}
