import type { DetailsForm, Field, Option, Path, PlainValue } from '../../language/details/panel/form.js';
import type { DetailsWords } from '../../language/details/panel/messages.js';
import { filled } from './dom.js';

/** What a form is drawn from, beside its fields. */
export interface Drawing {
  readonly words: DetailsWords;
  readonly lists: DetailsForm['lists'];
  readonly readOnly: boolean;
  /** Draws a field, whatever it holds. */
  readonly field: (field: Field, drawing: Drawing) => HTMLElement;
  /** The ids of what is open. */
  readonly open: ReadonlySet<string>;
  /** The ids of fields that stand among the others that can be added, as long as the document is shown. */
  readonly more: ReadonlySet<string>;
}

/** A change that a button makes, as its `data-change` has it. */
export function changeText(change: object): string {
  return JSON.stringify(change);
}

export function optionsOf(list: string, { lists }: Drawing): readonly Option[] {
  return lists[list] ?? [];
}

/** What a value is called; one that is not in its list says so. */
export function labelOf(value: PlainValue, list: string, drawing: Drawing): string {
  const option = optionsOf(list, drawing).find((one) => one.value === value);
  return option?.label ?? filled(drawing.words.unknownValue, String(value));
}

/** The attributes of a control that says where it belongs. */
export function controlled(id: string, path: Path, describedBy: string | undefined, invalid: boolean, drawing: Drawing) {
  return {
    id,
    'data-path': JSON.stringify(path),
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? 'true' : undefined,
    disabled: drawing.readOnly,
  };
}
