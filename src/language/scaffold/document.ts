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
}

/** A new document of a type: its fields, its title, and all its sections with what belongs in them. */
export function scaffoldDocument(request: DocumentRequest, sources: FieldSources): ScaffoldFile {
  const { path, type, title, opening } = request;
  const given = { title, ...request.fields };
  const blocks = [`# ${markdownText(title)}`, ...(opening === undefined ? [] : [opening]), ...body(request, sources)];
  return { path, text: `${frontMatter(type, given, sources)}\n${blocks.join('\n\n')}\n` };
}

/** What belongs into a document whose type asks for no sections. */
const WITHOUT_SECTIONS = 'What readers need to know here, under headings of your own.';

function body({ type, parts = [], opening }: DocumentRequest, sources: FieldSources): string[] {
  const partBlocks = parts.flatMap((part) => [`### ${markdownText(part.title)}`, placeholder(`What “${part.title}” means here.`)]);
  if (type.sections.length === 0) return [...(opening === undefined ? [placeholder(WITHOUT_SECTIONS)] : []), ...partBlocks];
  return type.sections.flatMap((spec, index) => [...sectionBlocks(spec, sources), ...(index === 0 ? partBlocks : [])]);
}

function sectionBlocks(spec: SectionSpec, { framework }: FieldSources): string[] {
  const titles = spec.each
    ? framework
      ? elementsOf(framework, spec.each as ElementKind).map((element) => element.title)
      : []
    : [spec.title ?? ''];
  return titles.flatMap((title) => [`## ${markdownText(title)}`, placeholder(spec.help)]);
}
