import type { Path } from '../../language/details/panel/form.js';
import type { ShownDetails } from '../../language/details/panel/messages.js';
import { idOf } from './dom.js';
import { fieldsSpokenOf } from './problems.js';
import { formOf } from './shown.js';

/** What is open in the form, and what stands apart in it as long as a document is shown. */
export class Unfolded {
  private readonly ids = new Set<string>();
  private apart: ReadonlySet<string> = new Set();
  /** The fields that something is said of. */
  private spokenOf: ReadonlySet<string> = new Set();
  /** The list in which an entry that was added is to be opened, with how many it had, and whether it gets the focus. */
  private added: { readonly list: string; readonly count: number; readonly focus: boolean } | undefined;

  constructor(private readonly page: Document) {}

  /** The ids of what is open. */
  get open(): ReadonlySet<string> {
    return this.ids;
  }

  /** The ids of the fields that stand apart, among what can be added. */
  get more(): ReadonlySet<string> {
    return this.apart;
  }

  /**
   * Begins with another document: what can be added to it stands apart for as long as it is shown.
   * @param open the ids of what was open in it before
   */
  begin(shown: ShownDetails, open: readonly string[]): void {
    this.ids.clear();
    const form = formOf(shown);
    if (!form) return;
    const spokenOf = fieldsSpokenOf(form);
    const more = form.fields.filter((field) => !field.required && !field.present && !spokenOf.has(idOf(field.path)));
    this.apart = new Set(more.map(({ path }) => idOf(path)));
    this.spokenOf = spokenOf;
    for (const id of open) this.ids.add(id);
  }

  /** Shows what stands apart as soon as something is said of it that was not said before. */
  openSpokenOf(shown: ShownDetails): void {
    const form = formOf(shown);
    if (!form) return;
    const spokenOf = fieldsSpokenOf(form);
    const isNew = [...spokenOf].some((id) => this.apart.has(id) && !this.spokenOf.has(id));
    this.spokenOf = spokenOf;
    const more = isNew ? this.page.getElementById('more') : null;
    if (!(more instanceof HTMLDetailsElement)) return;
    more.open = true;
    this.ids.add('more');
  }

  /** An entry is about to be added to a list. @param focus whether somebody goes on writing there */
  expect(path: Path, focus: boolean): void {
    const list = idOf(path);
    this.added = { list, count: this.itemsOf(list).length, focus };
  }

  /** Opens what was just added, where somebody has to go on writing. */
  openAdded(): void {
    const { added } = this;
    const items = added ? this.itemsOf(added.list) : [];
    const last = items[items.length - 1];
    if (!added || !last || items.length <= added.count) return;
    this.added = undefined;
    last.open = true;
    if (added.focus) last.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  /** Somebody has opened or closed something. */
  toggled({ open, id }: HTMLDetailsElement): void {
    if (open) this.ids.add(id);
    else this.ids.delete(id);
  }

  private itemsOf(list: string): HTMLDetailsElement[] {
    const field = this.page.getElementById(`${list}~field`);
    return field ? [...field.querySelectorAll<HTMLDetailsElement>('details.item')].filter((item) => item.parentElement === field) : [];
  }
}
