import { coverageOf } from '../../core/coverage/coverage.js';
import { sectionStates } from '../../core/coverage/section-states.js';
import type { Heading } from '../../core/facts/types.js';
import type { Framework } from '../../core/model/framework.js';
import { count } from '../../core/text/words.js';
import { titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { dateSaid, describeDocument } from '../descriptions/document.js';
import { describeCoverage, describeElement } from '../descriptions/element.js';
import { bullets, code, paragraphs, plain } from '../descriptions/markdown.js';
import { describePoint, describeSource } from '../descriptions/source.js';
import { describeTerm } from '../descriptions/term.js';
import { typeTree } from '../fields/type-tree.js';
import type { LanguageDocument } from '../language-document.js';
import type { Target } from '../targets/target.js';
import { fieldHelp, reviewSaid } from './field-hover.js';

/** What there is to say about what is at a place, as Markdown; undefined where there is nothing. */
export function describeTarget(target: Target, document: LanguageDocument): string | undefined {
  const { snapshot, today } = document;
  switch (target.kind) {
    case 'framework':
      return describeFramework(target.framework, snapshot);
    case 'element': {
      const { element, framework } = target;
      return paragraphs(describeElement(element, framework), describeCoverage(element, framework, snapshot));
    }
    case 'source':
      return describeSource(target.source, snapshot);
    case 'point':
      return describePoint(target.source, target.point, snapshot);
    case 'term':
      return describeTerm(target.term);
    case 'application':
      return paragraphs(documentSaid(target.application.path, document), countsSaid(target.application.key, snapshot));
    case 'document':
      return documentSaid(target.path, document);
    case 'heading':
      return target.path === document.path && target.role === 'definition'
        ? sectionSaid(target.heading, document)
        : headingSaid(target, document);
    case 'file':
      return code(target.path);
    case 'date':
      return paragraphs(dateSaid(target.date, today), reviewSaid(target.field, document));
    case 'field': {
      const tree = typeTree(document.facts, snapshot);
      return tree && fieldHelp(target.field, tree, document);
    }
  }
}

function describeFramework({ key, title, version, description }: Framework, snapshot: WorkspaceSnapshot): string {
  const applications = snapshot.applications.filter(({ framework }) => framework?.key === key);
  return paragraphs(
    `**${plain(title)}** ${code(key)}${version === '' ? '' : `, version ${plain(version)}`}`,
    description === undefined ? undefined : plain(description),
    applications.length === 0 ? undefined : bullets(applications.map((application) => plain(application.title))),
  );
}

function documentSaid(path: string, { snapshot, today }: LanguageDocument): string {
  const facts = snapshot.facts(path);
  return facts ? describeDocument(facts, snapshot, today) : code(path);
}

/** How many criteria an application covers. */
function countsSaid(key: string, snapshot: WorkspaceSnapshot): string | undefined {
  const counts = coverageOf(snapshot).applications.find(({ application }) => application === key)?.counts;
  return counts && `Covers ${counts.covered} of ${count(counts.total, 'criterion', 'criteria')}.`;
}

function headingSaid({ path, heading }: { readonly path: string; readonly heading: Heading }, document: LanguageDocument): string {
  const facts = document.snapshot.facts(path);
  const where = facts ? `A section of “${plain(titleOf(facts))}”${path === document.path ? ', this document' : ''}.` : undefined;
  return paragraphs(`**${plain(heading.text)}**`, where);
}

/** What belongs in a section of this document, where its type asks for it. */
function sectionSaid(heading: Heading, { facts, snapshot }: LanguageDocument): string | undefined {
  const type = snapshot.types.get(facts.type ?? '');
  const states = type ? sectionStates(facts, type, snapshot.frameworkOf(facts)) : [];
  const state = states.find((one) => facts.headings[one.heading] === heading);
  if (!state) return undefined;
  return paragraphs(`**${plain(state.title)}**${state.required ? ' (required section)' : ''}`, plain(state.help));
}
