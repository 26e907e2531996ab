import { type ElementKind, elementsOf, type Framework, KIND_NAMES } from '../../core/model/framework.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { listAt, textAt } from '../../core/yaml/value.js';
import { influenceDiagrams } from '../../map/svg/influence-svg.js';
import { documentPage, frameworkPage } from '../addresses.js';
import { linkedList } from '../frame/linked-list.js';
import { type Href, hrefFrom } from '../frame/links.js';
import type { MadeFrom } from '../plan/made-from.js';
import type { SiteFile } from '../types.js';
import { elementItem } from './element-page.js';
import { ownPage } from './made-page.js';

/** The kinds of element, in the order in which a framework is introduced, with what several of each are called. */
const LISTED: readonly (readonly [ElementKind, string])[] = [
  ['domain', 'Core domains'],
  ['knowledge_domain', 'Knowledge domains'],
  ['attribute', 'Attributes'],
  ['criterion', 'Criteria'],
  ['audience', 'Who it is for'],
  ['practice', 'Learning practices'],
];

/** The page that introduces a framework: all of its elements, how they hang together, and what is not known of it. */
export function frameworkPageOf(framework: Framework, from: MadeFrom): SiteFile {
  const page = frameworkPage(framework.key);
  const href = hrefFrom({ page }, from.shared);
  const facts = from.index.snapshot.facts(framework.path);
  const fields = facts ? fieldsOf(facts) : {};
  const view = from.views.find((found) => found.framework.key === framework.key);
  return ownPage(
    {
      page,
      title: framework.title,
      caption: framework.version === '' ? 'Framework' : `Framework, version ${framework.version}`,
      description: textAt(fields, 'description'),
      data: [definedTerms(framework)],
      html: [
        applicationsHtml(framework, from, href),
        ...LISTED.map(([kind, title]) => listHtml(kind, title, framework, href)),
        view ? influenceDiagrams(view, { idPrefix: 'relation' }) : '',
        gapsHtml(fields),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    },
    from.shared,
  );
}

/** The framework's elements as a DefinedTermSet of schema.org. */
function definedTerms(framework: Framework): object {
  const terms = LISTED.flatMap(([kind]) => elementsOf(framework, kind));
  return {
    '@type': 'DefinedTermSet',
    name: framework.title,
    hasDefinedTerm: terms.map(({ kind, key, title }) => ({
      '@type': 'DefinedTerm',
      name: title,
      termCode: key,
      disambiguatingDescription: KIND_NAMES[kind],
    })),
  };
}

function applicationsHtml(framework: Framework, { index }: MadeFrom, href: Href): string {
  const applied = index.snapshot.applications.filter((application) => application.framework === framework && index.has(application.path));
  if (applied.length === 0) return '';
  const items = applied.map(({ title, path }) => ({ text: title, page: documentPage(path) }));
  return `<h2>Where it is applied</h2>\n${linkedList(items, href)}`;
}

function listHtml(kind: ElementKind, title: string, framework: Framework, href: Href): string {
  const elements = elementsOf(framework, kind);
  if (elements.length === 0) return '';
  return `<h2>${title}</h2>\n${linkedList(
    elements.map((element) => elementItem(element, framework)),
    href,
  )}`;
}

function gapsHtml(fields: ReturnType<typeof fieldsOf>): string {
  const gaps = listAt(fields, 'gaps').flatMap((gap) => {
    const about = textAt(gap, 'about');
    const because = textAt(gap, 'because');
    return about === undefined
      ? []
      : [`<li><span class="about">${escapeHtml(about)}</span> <span class="note">${escapeHtml(because ?? '')}</span></li>`];
  });
  return gaps.length === 0 ? '' : `<h2>Known gaps</h2>\n<ul class="linked">${gaps.join('')}</ul>`;
}
