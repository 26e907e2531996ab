import type { Field } from '../../language/details/panel/form.js';
import { drawControl } from './controls.js';
import { idOf, make } from './dom.js';
import type { Drawing } from './drawing.js';
import { drawGrid } from './grid.js';
import { drawGroup, drawGroups } from './groups.js';
import { drawProblems, severityOf } from './problems.js';

/** A field with its label, its help and what the linter says of it, each bound to its control. */
export function drawField(field: Field, drawing: Drawing): HTMLElement {
  const { control, label, required, problems, path, help } = field;
  const id = idOf(path);
  const described = [...(help ? [`${id}~help`] : []), ...(problems.length > 0 ? [`${id}~problems`] : [])];
  const about = [...(help ? [make('p', { id: `${id}~help`, class: 'help' }, help)] : [])];
  const said = problems.length > 0 ? [drawProblems(problems, `${id}~problems`, drawing)] : [];
  const name = [label, ...(required ? [make('span', { class: 'required' }, ` (${drawing.words.required})`)] : [])];
  const severity = severityOf(problems);
  const wrapper = { class: `field ${control.kind}`, 'data-severity': severity, id: `${id}~field` };
  const by = described.length > 0 ? described.join(' ') : undefined;
  if (control.kind === 'checkbox') {
    const line = make('div', { class: 'line' }, ...drawControl(field, by, drawing), make('label', { for: id }, ...name));
    return make('div', wrapper, line, ...about, ...said);
  }
  const inner = () => {
    if (control.kind === 'group') return drawGroup(control.fields, drawing);
    if (control.kind === 'groups') return drawGroups(field, control, drawing);
    if (control.kind === 'grid') return drawGrid(field, control, drawing);
    return drawControl(field, by, drawing);
  };
  if (['group', 'groups', 'grid', 'choices', 'texts', 'text-only'].includes(control.kind)) {
    return make(
      'fieldset',
      { ...wrapper, 'aria-describedby': by },
      make('legend', { id: `${id}~label` }, ...name),
      ...about,
      ...said,
      ...inner(),
    );
  }
  return make('div', wrapper, make('label', { for: id, id: `${id}~label` }, ...name), ...about, ...inner(), ...said);
}
