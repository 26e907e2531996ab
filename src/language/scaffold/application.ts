import { elementsOf, type Framework, type FrameworkElement } from '../../core/model/framework.js';
import type { TypeRegistry } from '../../core/schema/registry.js';
import { scaffoldDocument } from './document.js';
import type { FieldSources } from './front-matter.js';
import { markdownText, type ScaffoldFile } from './scaffold-file.js';

/** What a new application is to be. */
export interface ApplicationRequest {
  readonly key: string;
  readonly title: string;
  /** The folder for its documents, from the guidance root; empty for the root itself. */
  readonly folder: string;
  readonly framework: Framework;
  readonly types: TypeRegistry;
}

/** A new application of a framework: its own document, and one for each criterion with all its sections. */
export function scaffoldApplication(request: ApplicationRequest, sources: Omit<FieldSources, 'framework'>): ScaffoldFile[] {
  const { key, title, framework, types } = request;
  const from = { ...sources, framework };
  const application = types.get('application');
  const guidance = types.get('criterion-guidance');
  if (!application || !guidance) return [];
  const criteria = elementsOf(framework, 'criterion');
  const index = scaffoldDocument(
    {
      path: inFolder(request.folder, 'index.md'),
      type: application,
      title,
      fields: { application: key, framework: framework.key },
      opening: criteriaLinks(criteria),
    },
    from,
  );
  const documents = criteria.map((criterion) =>
    scaffoldDocument(
      {
        path: inFolder(request.folder, `${criterion.key}.md`),
        type: guidance,
        title: criterion.title,
        fields: { application: key, criterion: criterion.key },
        parts: criterion.parts,
      },
      { ...from, framework: allowedDomains(framework, criterion) },
    ),
  );
  return [index, ...documents];
}

/** A framework can say which domains a criterion can serve: no other is to be offered. */
export function allowedDomains(framework: Framework, criterion: FrameworkElement): Framework {
  if (criterion.domains.length === 0) return framework;
  const elements = framework.elements.filter((element) => element.kind !== 'domain' || criterion.domains.includes(element.key));
  return { ...framework, elements };
}

/** A list that leads to the guidance on each criterion, in the same folder. */
export function criteriaLinks(criteria: readonly FrameworkElement[]): string {
  const lines = criteria.map((criterion) => `- [${markdownText(criterion.shortTitle)}](${criterion.key}.md)`);
  return ['Guidance on each criterion:', '', ...lines].join('\n');
}

function inFolder(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}
