import { type ElementKind, type ElementPart, elementsOf } from '../../core/model/framework.js';
import type { SectionSpec } from '../../core/schema/json-schema.js';
import type { DocumentType } from '../../core/schema/registry.js';
import type { Mapping } from '../../core/yaml/value.js';
import { type FieldSources, frontMatter } from './front-matter.js';
import { markdownText, placeholder, type ScaffoldFile } from './scaffold-file.js';

/** What a new document is to be. */
export interface DocumentRequest {
  /** From the guidance root. */
  readonly path: string;
  readonly type: DocumentType;
  readonly title: string;
  /** Fields that are known already. */
  readonly fields: Mapping;
  /** The parts of what it is about, each to be addressed under a heading of its own. */
  readonly parts?: readonly ElementPart[];
  /** A paragraph or list before the first section, as Markdown. */
  readonly opening?: string;
  /** What is known of the sections already; those that the type does not ask for come behind its own. */
  readonly texts?: readonly SectionText[];
  /** What stands behind all sections, such as footnotes. */
  readonly closing?: string;
}

/** The text of a section, as Markdown. */
export interface SectionText {
  readonly title: string;
  readonly text: string;
}

/** A new document of a type: its fields, its title, and all its sections with what belongs in them. */
export function scaffoldDocument(request: DocumentRequest, sources: FieldSources): ScaffoldFile {
  const { path, type, title, opening, closing } = request;
  const given = { title, ...request.fields };
  const blocks = [`# ${markdownText(title)}`, opening, ...body(request, sources), closing].filter((block) => block !== undefined);
  return { path, text: `${frontMatter(type, given, sources)}\n${blocks.join('\n\n')}\n` };
}

/** What belongs into a document whose type asks for no sections. */
const WITHOUT_SECTIONS = 'What readers need to know here, under headings of your own.';

function body({ type, parts = [], opening, texts = [] }: DocumentRequest, sources: FieldSources): string[] {
  const partBlocks = parts.flatMap((part) => [`### ${markdownText(part.title)}`, placeholder(`What “${part.title}” means here.`)]);
  const own = type.sections.flatMap((spec, index) => sectionTitles(spec, sources).map((title) => ({ spec, index, title })));
  const more = texts
    .filter(({ title }) => !own.some((section) => section.title === title))
    .flatMap(({ title, text }) => [heading(title), text]);
  if (own.length === 0)
    return [...(opening === undefined && more.length === 0 ? [placeholder(WITHOUT_SECTIONS)] : []), ...partBlocks, ...more];
  const asked = own.flatMap(({ spec, index, title }) => {
    const given = texts.find((text) => text.title === title);
    if (given) return [heading(title), given.text];
    return [heading(title), placeholder(spec.help), ...(index === 0 ? partBlocks : [])];
  });
  return [...asked, ...more];
}

function heading(title: string): string {
  return `## ${markdownText(title)}`;
}

/** The titles of the sections that a type asks for: one, or one for each element of a kind. */
export function sectionTitles(spec: SectionSpec, { framework }: Pick<FieldSources, 'framework'>): string[] {
  if (!spec.each) return [spec.title ?? ''];
  return framework ? elementsOf(framework, spec.each as ElementKind).map((element) => element.title) : [];
}
