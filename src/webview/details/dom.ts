import type { Path } from '../../language/details/panel/form.js';

/** Attributes: true is there without a value, false and undefined are not there. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element. Strings become text, never markup: documents are not trusted. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...content);
  return made;
}

/** What the control of a field is known by. */
export function idOf(path: Path): string {
  return `f/${path.map((step) => encodeURIComponent(String(step))).join('/')}`;
}

/** Where the value of a control belongs. */
export function pathOf({ dataset }: HTMLElement): Path {
  return JSON.parse(dataset['path'] ?? '[]') as Path;
}

/** A sentence with what its numbers in braces stand for. */
export function filled(words: string, ...values: readonly (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
