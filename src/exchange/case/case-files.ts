import type { Framework } from '../../core/model/framework.js';
import { FileNames } from '../plan/file-names.js';
import { exportedApplications, exportedFrameworks } from '../plan/scopes.js';
import type { ExchangeFile, ExchangeInput } from '../types.js';
import { applicationAssociations, frameworkAssociations, groupingOf } from './associations.js';
import { documentOf } from './document.js';
import { itemsOf, itemTypesOf } from './items.js';
import type { CFPackage } from './types.js';

/** Each framework as a package of CASE 1.1, with what the guidance of its applications says, a group of associations each. */
export function* caseFiles(input: ExchangeInput): Generator<ExchangeFile> {
  const names = new FileNames();
  for (const framework of exportedFrameworks(input)) {
    const content = `${JSON.stringify(packageOf(framework, input), null, 2)}\n`;
    yield { path: names.of([framework.key], '.json'), content };
  }
}

function packageOf(framework: Framework, input: ExchangeInput): CFPackage {
  const document = documentOf(framework, input);
  const items = itemsOf(framework, input);
  const applications = exportedApplications(input).filter((application) => application.framework === framework);
  return {
    CFDocument: document,
    CFItems: items.map(({ item }) => item),
    CFAssociations: [
      ...frameworkAssociations(framework, document, items, input),
      ...applications.flatMap((application) => applicationAssociations(application, items, input)),
    ],
    CFDefinitions: {
      CFItemTypes: itemTypesOf(items, framework, input),
      CFAssociationGroupings: applications.map((application) => groupingOf(application, framework, input)),
    },
  };
}
