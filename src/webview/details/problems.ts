import type { DetailsForm, Field, Problem } from '../../language/details/panel/form.js';
import { idOf, make } from './dom.js';
import type { Drawing } from './drawing.js';

/** What the linter says, with its severity in words. */
export function drawProblems(problems: readonly Problem[], id: string, { words }: Drawing): HTMLElement {
  const names = { error: words.error, warning: words.warning, info: words.note };
  const items = problems.map(({ severity, message }) =>
    make('li', { 'data-severity': severity }, make('strong', {}, `${names[severity]}: `), message),
  );
  return make('ul', { id, class: 'problems' }, ...items);
}

/** The worst of what is said. */
export function severityOf(problems: readonly Problem[]): Problem['severity'] | undefined {
  return (['error', 'warning', 'info'] as const).find((severity) => problems.some((problem) => problem.severity === severity));
}

/** Everything that is said of a field and of what it holds. */
export function allProblems({ problems, control }: Field): Problem[] {
  const inside =
    control.kind === 'group'
      ? control.fields.flatMap(allProblems)
      : control.kind === 'groups' || control.kind === 'grid'
        ? control.groups.flatMap((group) => [...group.problems, ...group.fields.flatMap(allProblems)])
        : [];
  return [...problems, ...inside];
}

/** The ids of the outermost fields that something is said of, there or elsewhere. */
export function fieldsSpokenOf({ fields, problems }: DetailsForm): ReadonlySet<string> {
  const here = fields.filter((field) => allProblems(field).length > 0).map(({ path }) => path);
  const elsewhere = [...problems, ...fields.flatMap(allProblems)].flatMap(({ about = [] }) => about);
  return new Set([...here, ...elsewhere].map((path) => idOf(path.slice(0, 1))));
}
