import type { ChoiceControl, ChoicesControl, Field, PlainValue, TextControl, TextsControl } from '../../language/details/panel/form.js';
import { filled, idOf, make } from './dom.js';
import { changeText, controlled, type Drawing, labelOf, optionsOf } from './drawing.js';

/** A list that is longer than this is searched through. */
const FEW = 7;
/** A text of this length fits into a line of a narrow view. */
const ONE_LINE = 28;
/** So many can be ticked without a search. */
const FEW_TICKS = 6;

/** The control of a field that holds no other fields. */
export function drawControl(field: Field, by: string | undefined, drawing: Drawing): HTMLElement[] {
  const { control, path, problems, required } = field;
  const id = idOf(path);
  const shared = controlled(
    id,
    path,
    by,
    problems.some(({ severity }) => severity === 'error'),
    drawing,
  );
  const common = { ...shared, 'aria-required': required ? 'true' : undefined, 'data-required': required };
  switch (control.kind) {
    case 'text':
      return drawText(control, common);
    case 'choice':
      return drawChoice(control, common, field, drawing);
    case 'choices':
      return drawChoices(control, field, drawing);
    case 'texts':
      return drawTexts(control, field, drawing);
    case 'date': {
      const attributes = { ...common, 'data-control': 'date', value: control.value };
      if (control.valid) return [make('input', { ...attributes, type: 'date' })];
      return [make('input', { ...attributes, type: 'text' })];
    }
    case 'number': {
      const { value, whole, least } = control;
      return [make('input', { ...common, 'data-control': 'number', type: 'number', value, min: least, step: whole ? 1 : 'any' })];
    }
    case 'checkbox':
      return [make('input', { ...common, 'data-control': 'checkbox', type: 'checkbox', checked: control.value })];
    case 'text-only':
      return drawTextOnly(field, control, drawing);
    default:
      return [];
  }
}

type Common = Readonly<Record<string, string | number | boolean | undefined>>;

function drawText({ value, long, suggestions }: TextControl, common: Common): HTMLElement[] {
  if (long) {
    const area = make('textarea', { ...common, 'data-control': 'text', rows: 1 }, value.replace(/\n$/, ''));
    // The last line break of a block of lines is no line of its own.
    if (value.endsWith('\n')) area.dataset['end'] = '\n';
    return [area];
  }
  // A box of one line cuts off what is longer, but only it can suggest what others have written.
  if (suggestions.length === 0 || value.length > ONE_LINE)
    return [make('textarea', { ...common, 'data-control': 'text', 'data-line': true, rows: 1, spellcheck: 'true' }, value)];
  const list = `${common['id']}~list`;
  const input = make('input', { ...common, 'data-control': 'text', type: 'text', value, list, autocomplete: 'off', spellcheck: 'true' });
  return [input, make('datalist', { id: list }, ...suggestions.map((one) => make('option', { value: one })))];
}

function drawChoice({ list, value }: ChoiceControl, common: Common, { required }: Field, drawing: Drawing): HTMLElement[] {
  const options = optionsOf(list, drawing);
  const isListed = options.some((option) => option.value === value);
  const label = value === undefined ? '' : labelOf(value, list, drawing);
  const short = options.find((option) => option.value === value)?.short ?? label;
  if (options.length > FEW)
    return [combobox({ ...common, 'data-control': 'combobox', 'data-list': list, value: short, title: label }, drawing.words.search)];
  const none =
    !required || value === undefined ? [make('option', { value: '', selected: value === undefined }, drawing.words.notChosen)] : [];
  const other = value !== undefined && !isListed ? [make('option', { value: 'other', selected: true, disabled: true }, label)] : [];
  const all = options.map((option, index) => make('option', { value: index, selected: option.value === value }, option.label));
  return [make('select', { ...common, 'data-control': 'select', 'data-list': list }, ...none, ...other, ...all)];
}

/** A box in which a list is searched; the list itself is drawn below it when it is used. */
export function combobox(attributes: Common, placeholder: string): HTMLInputElement {
  return make('input', {
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder,
    ...attributes,
  });
}

function drawChoices({ list, values }: ChoicesControl, { path, label }: Field, drawing: Drawing): HTMLElement[] {
  const options = optionsOf(list, drawing);
  const id = idOf(path);
  if (options.length <= FEW_TICKS && values.every((value) => options.some((option) => option.value === value))) {
    return options.map((option, index) => {
      const box = `${id}~${index}`;
      const at = values.indexOf(option.value);
      const change = at < 0 ? { path, insert: option.value } : { path: [...path, at], remove: true };
      const input = {
        type: 'checkbox',
        id: box,
        checked: at >= 0,
        'data-control': 'tick',
        'data-change': changeText(change),
        disabled: drawing.readOnly,
      };
      return make('div', { class: 'line' }, make('input', input), make('label', { for: box }, option.label));
    });
  }
  const chips = values.map((value, index) => chip(value, list, [...path, index], drawing));
  const add = combobox(
    {
      id,
      'data-path': JSON.stringify(path),
      'data-control': 'add',
      'data-list': list,
      'data-has': JSON.stringify(values),
      'aria-label': filled(drawing.words.addOne, label),
      disabled: drawing.readOnly,
    },
    drawing.words.search,
  );
  return [...(chips.length > 0 ? [make('ul', { class: 'chips' }, ...chips)] : []), add];
}

function chip(value: PlainValue, list: string, path: Field['path'], drawing: Drawing): HTMLElement {
  const label = labelOf(value, list, drawing);
  const short = optionsOf(list, drawing).find((option) => option.value === value)?.short ?? label;
  return make('li', {}, make('span', { title: label }, short), removeButton(short, path, drawing));
}

/** Takes out an item of a list. */
export function removeButton(label: string, path: Field['path'], { words, readOnly }: Drawing): HTMLElement {
  const name = filled(words.removeItem, label);
  const attributes = {
    type: 'button',
    class: 'icon',
    title: name,
    'aria-label': name,
    'data-change': changeText({ path, remove: true }),
    disabled: readOnly,
  };
  return make('button', { ...attributes, id: `${idOf(path)}~remove` }, '×');
}

function drawTexts({ values }: TextsControl, { path, label }: Field, drawing: Drawing): HTMLElement[] {
  const lines = values.map((value, index) => {
    const item = [...path, index];
    const attributes = {
      ...controlled(idOf(item), item, undefined, false, drawing),
      'data-control': 'text',
      'aria-label': `${label} ${index + 1}`,
    };
    return make('li', {}, make('input', { ...attributes, type: 'text', value }), removeButton(value, item, drawing));
  });
  const add = make('input', {
    type: 'text',
    id: idOf(path),
    'data-path': JSON.stringify(path),
    'data-control': 'add-text',
    'aria-label': filled(drawing.words.addOne, label),
    placeholder: drawing.words.add,
    value: '',
    disabled: drawing.readOnly,
  });
  return [...(lines.length > 0 ? [make('ul', { class: 'text-list' }, ...lines)] : []), add];
}

function drawTextOnly(
  { path, label }: Field,
  { text, removable }: { readonly text: string; readonly removable: boolean },
  drawing: Drawing,
): HTMLElement[] {
  const { words, readOnly } = drawing;
  const reveal = make('button', { type: 'button', class: 'link', id: idOf(path), 'data-reveal': JSON.stringify(path) }, words.editInText);
  const change = {
    type: 'button',
    class: 'link',
    'data-change': changeText({ path, remove: true }),
    'aria-label': filled(words.removeItem, label),
  };
  const remove = removable && !readOnly ? [make('button', { ...change, id: `${idOf(path)}~remove` }, words.remove)] : [];
  return [
    make('p', { class: 'help' }, words.textOnly),
    make('pre', { tabindex: 0 }, text),
    make('div', { class: 'links' }, reveal, ...remove),
  ];
}
