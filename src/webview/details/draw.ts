import morphdom from 'morphdom';
import type { DetailsForm, Problem } from '../../language/details/panel/form.js';
import type { ShownDetails } from '../../language/details/panel/messages.js';
import { filled, idOf, make } from './dom.js';
import { changeText, type Drawing } from './drawing.js';
import { allProblems, drawProblems } from './problems.js';

type Shown = Extract<ShownDetails, { kind: 'details' }>;

/** Everything that is to be seen. */
export function drawShown(shown: ShownDetails, drawing: Drawing): HTMLElement[] {
  if (shown.kind === 'nothing') return drawNothing(shown, drawing);
  switch (shown.details.state) {
    case 'form':
      return drawForm(shown, shown.details, drawing);
    case 'missing':
      return drawMissing(shown.details.types, drawing);
    case 'unreadable':
      return drawUnreadable(shown.details.problems, drawing);
    case 'none':
      return [empty(drawing.words.dataFile)];
  }
}

function drawForm({ name, readOnly }: Shown, { title, help, fields, problems }: DetailsForm, drawing: Drawing): HTMLElement[] {
  const { words, more } = drawing;
  const first = fields.filter(({ path }) => !more.has(idOf(path)));
  const others = fields.filter(({ path }) => more.has(idOf(path)));
  const head = make(
    'header',
    {},
    make('h1', {}, title === '' ? name : title),
    ...(help ? [make('p', { class: 'help' }, help)] : []),
    ...(readOnly ? [make('p', { class: 'notice' }, words.readOnly)] : []),
    problemCount([...problems, ...fields.flatMap(allProblems)], drawing),
    ...(problems.length > 0 ? [drawProblems(problems, 'form~problems', drawing)] : []),
  );
  const names = others.map(({ label }) => label).join(', ');
  const rest = make(
    'details',
    { id: 'more', class: 'more', open: drawing.open.has('more') },
    make('summary', {}, filled(words.moreFields, names)),
    ...others.map((field) => drawing.field(field, drawing)),
  );
  return [head, ...first.map((field) => drawing.field(field, drawing)), ...(others.length > 0 ? [rest] : [])];
}

function problemCount(problems: readonly Problem[], { words }: Drawing): HTMLElement {
  const worth = problems.filter(({ severity }) => severity !== 'info');
  if (worth.length === 0) return make('p', { class: 'count' }, words.noProblems);
  const text = worth.length === 1 ? words.oneProblem : filled(words.problems, worth.length);
  const go = make('button', { type: 'button', class: 'link', id: 'first-problem', 'data-go': 'first' }, words.firstProblem);
  return make(
    'p',
    { class: 'count', 'data-severity': worth.some(({ severity }) => severity === 'error') ? 'error' : 'warning' },
    text,
    ' ',
    go,
  );
}

function drawMissing(
  types: readonly { readonly value: unknown; readonly label: string; readonly detail?: string }[],
  { words, readOnly }: Drawing,
): HTMLElement[] {
  const options = types.map(({ value, label, detail }) =>
    make('option', { value: String(value), title: detail, selected: value === 'page' }, label),
  );
  return [
    make('h1', {}, words.missing),
    make('p', {}, words.missingHelp),
    make(
      'div',
      { class: 'field' },
      make('label', { for: 'new-type' }, words.type),
      make('select', { id: 'new-type', disabled: readOnly }, ...options),
    ),
    make(
      'button',
      { type: 'button', class: 'primary', id: 'add-front-matter', 'data-change': changeText({ type: '' }), disabled: readOnly },
      words.addFrontMatter,
    ),
  ];
}

function drawUnreadable(problems: readonly Problem[], drawing: Drawing): HTMLElement[] {
  const { words } = drawing;
  return [
    make('h1', {}, words.unreadable),
    make('p', {}, words.unreadableHelp),
    ...(problems.length > 0 ? [drawProblems(problems, 'form~problems', drawing)] : []),
    make('button', { type: 'button', class: 'primary', id: 'show-me', 'data-reveal': '' }, words.showMe),
  ];
}

function drawNothing({ why, name = '' }: Extract<ShownDetails, { kind: 'nothing' }>, { words }: Drawing): HTMLElement[] {
  const begin = (what: string, label: string) =>
    make('button', { type: 'button', class: 'primary', id: `begin-${what}`, 'data-begin': what }, label);
  switch (why) {
    case 'no-document':
      return [empty(words.noDocument), begin('guidance', words.newGuidance)];
    case 'not-guidance':
      return [empty(filled(words.notGuidance, name)), empty(words.noDocument)];
    case 'no-guidance':
      return [empty(words.noGuidance), begin('folder', words.newFolder)];
    case 'failed':
      return [empty(words.failed)];
  }
}

function empty(text: string): HTMLElement {
  return make('p', { class: 'empty' }, text);
}

/**
 * Shows what is drawn by changing only what is another than before. What somebody is just writing is never replaced.
 * @param isKept whether a control has something that is not told yet
 */
export function show(place: HTMLElement, drawn: readonly HTMLElement[], isKept: (control: HTMLElement) => boolean): void {
  const next = place.cloneNode(false) as HTMLElement;
  next.append(...drawn);
  const focused = document.activeElement?.id ?? '';
  morphdom(place, next, {
    onBeforeElUpdated: (from, to) => {
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      if (!isTextBox(from) || !isTextBox(to) || from.type !== to.type) return !isKept(from);
      const kept = isKept(from);
      copyAttributes(from, to);
      from.defaultValue = to.defaultValue;
      if (!kept && from.value !== to.defaultValue) from.value = to.defaultValue;
      return false;
    },
  });
  // A control that has become one of another kind is another element.
  if (focused !== '' && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** A control that is written in. */
export type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** Whether an element is written in. */
export function isTextBox(element: unknown): element is TextBox {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== 'checkbox');
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && name !== 'aria-activedescendant') from.removeAttribute(name);
  for (const { name, value } of [...to.attributes]) {
    // The value is the reader's until it is told, and an open list stays open.
    if (name !== 'value' && name !== 'aria-expanded' && from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}
