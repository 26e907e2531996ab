import { readFramework } from '../../core/model/framework.js';
import { MANIFEST } from '../../core/model/manifest.js';
import { annotationsIn } from '../../core/schema/annotations.js';
import { typeRegistry } from '../../core/schema/registry.js';
import { parseYaml } from '../../core/yaml/parse-yaml.js';
import { isMapping, listAt, type Mapping } from '../../core/yaml/value.js';
import { itemLines } from '../../core/yaml/write-yaml.js';
import { scaffoldDocument } from './document.js';
import { frameworkTemplate } from './framework-template.js';
import { type ScaffoldFile, TO_BE_WRITTEN, yamlInline } from './scaffold-file.js';

/** What a new guidance root is to be. */
export interface RootRequest {
  readonly title: string;
  /** A framework's file to take over as it is; a small template where none is given. */
  readonly framework?: ScaffoldFile;
  /** The text of a source register to take the works from that the framework cites; else they are to be described. */
  readonly register?: string;
  readonly today: string;
}

/**
 * A new guidance root: manifest, framework, source register, glossary and a first page.
 * @throws Error where the given file is not a framework, which says what it is not
 */
export function scaffoldRoot({ title, framework = frameworkTemplate, register = '', today }: RootRequest): ScaffoldFile[] {
  const cited = sourcesCitedBy(framework);
  const page = typeRegistry().get('page');
  const opening = `${TO_BE_WRITTEN}: what this guidance is for, for whom, and where to start.`;
  const home =
    page && scaffoldDocument({ path: 'index.md', type: page, title, fields: {}, opening }, { framework: undefined, today, sources: [] });
  return [
    { path: MANIFEST, text: manifest(title, framework.path) },
    framework,
    { path: 'sources.yml', text: registerOf(cited, register) },
    { path: 'glossary.yml', text: GLOSSARY },
    ...(home ? [home] : []),
  ];
}

/** The sources that a framework names: a register that lacks them would be wrong from the start. */
function sourcesCitedBy(framework: ScaffoldFile): string[] {
  const { value, problems } = parseYaml(framework.text);
  const tree = typeRegistry().get('framework')?.tree;
  if (!isMapping(value) || !tree || !readFramework(framework.path, value)) {
    const why = problems[0] ? ` It cannot be read: ${problems[0].detail}` : '';
    throw new Error(`not a framework: a framework has a key, a title, domains and criteria.${why}`);
  }
  return [...new Set(annotationsIn(tree, value).flatMap((one) => (one.kind === 'source' ? [one.value] : [])))];
}

function manifest(title: string, framework: string): string {
  return `# This file makes its folder a guidance folder.
title: ${yamlInline(title)}
lang: en-GB
frameworks: [${yamlInline(framework)}]
sources: sources.yml
glossary: glossary.yml
lint:
  extends: recommended
`;
}

function registerOf(cited: readonly string[], register: string): string {
  const head = `# The works that the guidance cites, in CSL. Cite one as [@key], or as [@key, point 1.2].
# - id: smith-2020
#   type: report
#   title: The title of the work
#   author: [{ family: Smith, given: A. }]
#   issued: { date-parts: [[2020]] }
#   points:
#     - { id: "1.1", says: What it says in your own words., mark: finding }
`;
  if (cited.length === 0) return `${head}sources: []\n`;
  const known = listAt(parseYaml(register).value, 'sources').filter(isMapping);
  const entries = cited.map((id) => {
    const work = known.find((one) => one['id'] === id);
    return work ? describedWork(work) : workToDescribe(id);
  });
  return `${head}sources:\n${entries.join('')}`;
}

/** What a work says point by point is left out: which of it matters here, its readers decide. */
function describedWork({ points: _, ...work }: Mapping): string {
  return itemLines(work, '  ', '\n');
}

function workToDescribe(id: string): string {
  return itemLines({ id, type: 'document', title: `${TO_BE_WRITTEN}: the work that the framework calls ${id}` }, '  ', '\n');
}

const GLOSSARY = `# Terms and acronyms, the words to prefer, and the words to avoid with the reason.
# - term: CPD
#   expansion: continuing professional development
#   meaning: What it means here, in a sentence.
terms: []
`;
