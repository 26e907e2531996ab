import type { Problem } from '../../language/details/panel/form.js';
import { make } from './dom.js';
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
