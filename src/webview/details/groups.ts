import type { Field, Group, GroupsControl } from '../../language/details/panel/form.js';
import { filled, idOf, make } from './dom.js';
import { changeText, type Drawing } from './drawing.js';
import { drawProblems, severityOf } from './problems.js';

/** The fields of a group. */
export function drawGroup(fields: readonly Field[], drawing: Drawing): HTMLElement[] {
  return fields.map((field) => drawing.field(field, drawing));
}

/** A list of groups, each to be opened, and a button that adds one. */
export function drawGroups({ path, label }: Field, { groups }: GroupsControl, drawing: Drawing): HTMLElement[] {
  const change = {
    type: 'button',
    id: `${idOf(path)}~add`,
    class: 'add',
    'data-change': changeText({ path, insert: null }),
    disabled: drawing.readOnly,
  };
  const last = groups.length - 1;
  const items = groups.map((group, index) => drawItem(group, { up: index > 0, down: index < last }, drawing));
  return [...items, make('button', change, filled(drawing.words.addOne, label))];
}

/** One group of a list, with what can be done with it. */
export function drawItem(group: Group, moves: { readonly up: boolean; readonly down: boolean }, drawing: Drawing): HTMLElement {
  const { path, fields, problems } = group;
  const { words, open } = drawing;
  const id = idOf(path);
  const summary = group.summary === '' ? words.newItem : group.summary;
  const severity = severityOf([...problems, ...fields.flatMap((field) => field.problems)]);
  const index = Number(path[path.length - 1]);
  const move = (to: number, words: string, sign: string) => {
    const name = filled(words, summary);
    const change = changeText({ path, moveTo: to });
    return make(
      'button',
      {
        type: 'button',
        class: 'icon',
        id: `${id}~${sign}`,
        title: name,
        'aria-label': name,
        'data-change': change,
        disabled: drawing.readOnly,
      },
      sign,
    );
  };
  const buttons = [
    ...(moves.up ? [move(index - 1, words.moveUp, '↑')] : []),
    ...(moves.down ? [move(index + 1, words.moveDown, '↓')] : []),
    removal(summary, path, drawing),
  ];
  return make(
    'details',
    { class: 'item', id: `${id}~item`, open: open.has(`${id}~item`), 'data-severity': severity },
    make('summary', {}, make('span', { class: 'summary' }, summary), ...mark(severity, drawing)),
    make(
      'div',
      { class: 'inside' },
      ...(problems.length > 0 ? [drawProblems(problems, `${id}~problems`, drawing)] : []),
      ...drawGroup(fields, drawing),
      make('div', { class: 'buttons' }, ...buttons),
    ),
  );
}

/** Takes out a whole group: in words, since that is a lot. */
function removal(label: string, path: Group['path'], { words, readOnly }: Drawing): HTMLElement {
  const change = {
    type: 'button',
    class: 'link',
    'data-change': changeText({ path, remove: true }),
    'aria-label': filled(words.removeItem, label),
  };
  return make('button', { ...change, id: `${idOf(path)}~remove`, disabled: readOnly }, words.remove);
}

/** Says that there is something to look at inside, while it is closed. */
function mark(severity: string | undefined, { words }: Drawing): HTMLElement[] {
  if (severity === undefined) return [];
  const name = severity === 'error' ? words.error : severity === 'warning' ? words.warning : words.note;
  return [make('span', { class: 'mark', 'data-severity': severity }, name)];
}
