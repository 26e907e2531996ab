import { didYouMean, listOf, openWorkspace, UsageError } from '../../index.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { loadReadable } from '../load-readable.js';
import { newApplication } from '../new/application.js';
import { assertFieldsFit } from '../new/assert-fields-fit.js';
import { newDocument } from '../new/document.js';
import type { NewOptions, NewRequest } from '../new/request.js';
import { rootOf } from '../roots.js';
import type { Terminal } from '../terminal.js';
import { writeScaffold } from '../write-scaffold.js';

/** Starts an application with all its criteria, or a single document. */
export async function newCommand(type: string, name: string | undefined, options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(rootOf('.'), {});
  const { snapshot } = await loadReadable(workspace);
  const request: NewRequest = { root: workspace.root, snapshot, today: workspace.today, name, options };
  const files = type === 'application' ? newApplication(request) : [newDocument(typeNamed(type, request), request)];
  await assertFieldsFit(workspace.root, files, options.field ?? []);
  writeScaffold(workspace.root, files, terminal);
  terminal.out(`\nWrite what is “To be written”, and link to it from another page. “dmap lint” says what is left.\n`);
  return EXIT.fine;
}

function typeNamed(name: string, { snapshot }: NewRequest) {
  const types = [...snapshot.types.values()].filter((type) => type.format === 'markdown');
  const found = types.find((type) => type.name === name);
  if (found) return found;
  const names = types.map((type) => type.name);
  throw new UsageError(`There is no type “${name}”.${didYouMean(name, names)} It can be ${listOf(names)}.`);
}
