import {
  didYouMean,
  type ElementKind,
  elementsOf,
  type Framework,
  type FrameworkElement,
  findElement,
  frameworkNamed,
  guidanceOf,
  listOf,
  UsageError,
} from '../../index.js';
import { givenField } from '../../language/scaffold/given-field.js';
import type { NewRequest } from './request.js';

type Value = NonNullable<ReturnType<typeof givenField>>['value'];

/** A type of document, as the snapshot knows it. */
export type DocumentType = NonNullable<ReturnType<NewRequest['snapshot']['types']['get']>>;

/** What is known of a new document before anything is written in it. */
export interface KnownFields {
  readonly fields: Readonly<Record<string, Value>>;
  readonly framework: Framework | undefined;
  readonly criterion: FrameworkElement | undefined;
  /** The element of the framework that it is about. */
  readonly subject: FrameworkElement | undefined;
}

/** The fields that the options give, and those that follow from them. */
export function knownFields(type: DocumentType, request: NewRequest): KnownFields {
  const { snapshot, options } = request;
  const fields: Record<string, Value> = Object.fromEntries((options.field ?? []).map(fieldFrom));
  const required = type.schema.required ?? [];
  if (options.application !== undefined || required.includes('application'))
    fields['application'] = applicationKey(request, fields['application']);
  const application = typeof fields['application'] === 'string' ? snapshot.application(fields['application']) : undefined;
  const framework = application ? application.framework : frameworkNamed(options.framework, snapshot.frameworks);
  let subject: FrameworkElement | undefined;
  for (const name of new Set([...required, ...(options.criterion === undefined ? [] : ['criterion'])])) {
    const kinds = type.tree.properties.get(name)?.schema['x-element'];
    if (!kinds || name === 'framework') continue;
    const given = name === 'criterion' ? (options.criterion ?? fields[name]) : fields[name];
    subject = elementFor(name, kinds, given ?? undefined, framework, request);
    fields[name] = subject.key;
  }
  const criterion = subject?.kind === 'criterion' ? subject : undefined;
  if (criterion && application) assertNoGuidance(application, criterion, request);
  return { fields, framework, criterion, subject };
}

function fieldFrom(text: string): [string, Value] {
  const field = givenField(text);
  if (!field) throw new UsageError(`“--field ${text}” is not understood. Write a name and a value, such as “--field kind=course”.`);
  return [field.name, field.value];
}

function applicationKey({ snapshot, options }: NewRequest, given: Value | undefined): string {
  const keys = snapshot.applications.map((application) => application.key);
  const wanted = options.application ?? (typeof given === 'string' ? given : undefined);
  const [only, ...others] = keys;
  if (wanted === undefined) {
    if (only === undefined) throw new UsageError('This guidance has no application yet. “dmap new application NAME” starts one.');
    if (others.length > 0) throw new UsageError(`This guidance has several applications. Say which with --application: ${listOf(keys)}.`);
    return only;
  }
  if (!keys.includes(wanted))
    throw new UsageError(`There is no application “${wanted}”.${didYouMean(wanted, keys)} There is ${listOf(keys, 'and') || 'none yet'}.`);
  return wanted;
}

/** An element by its key or number, or by the title that the document is given. */
function elementFor(
  name: string,
  kinds: readonly string[],
  given: Value | undefined,
  framework: Framework | undefined,
  { name: called, options }: NewRequest,
): FrameworkElement {
  if (!framework) throw new UsageError('This guidance has no framework that can be read. “dmap lint” says what is wrong.');
  const candidates = kinds.flatMap((kind) => elementsOf(framework, kind as ElementKind));
  const keys = candidates.map((element) => element.key);
  const option = name === 'criterion' ? '--criterion KEY' : `--field ${name}=KEY`;
  if (given !== undefined) {
    const wanted = String(given);
    const found = findElement(framework, kinds, wanted);
    if (!found) throw new UsageError(`The framework has no ${name} “${wanted}”.${didYouMean(wanted, keys)} It has ${listOf(keys, 'and')}.`);
    return found;
  }
  const titles = [options.title, called].map((title) => title?.toLowerCase());
  const found = candidates.find(({ key, title, shortTitle }) =>
    [key, title, shortTitle].some((text) => titles.includes(text.toLowerCase())),
  );
  if (!found) throw new UsageError(`Say which ${name} it is about, with “${option}”: ${listOf(keys)}.`);
  return found;
}

function assertNoGuidance(
  application: NewRequest['snapshot']['applications'][number],
  criterion: FrameworkElement,
  { snapshot }: NewRequest,
): void {
  const [there] = guidanceOf(application, snapshot).get(criterion.key) ?? [];
  if (there)
    throw new UsageError(
      `There is guidance on “${criterion.key}” in “${application.key}” already: ${there.path}. Nothing has been written.`,
    );
}
