import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { FieldPath } from '../../core/yaml/value.js';
import { FieldWords } from './field-words.js';
import type { Problem } from './panel/form.js';

/** What the linter says, sorted to the fields of a form. */
export class Problems {
  private readonly shown = new Map<string, Problem[]>();
  private readonly words = new FieldWords();

  /**
   * The list for a place of the form, which is filled later.
   * @param label what the field is called there
   */
  at(path: FieldPath, label?: string): readonly Problem[] {
    const list: Problem[] = [];
    this.shown.set(JSON.stringify(path), list);
    if (label !== undefined) this.words.name(path, label);
    return list;
  }

  /** Takes a place out that is not shown after all: what is said there goes beside what holds it. */
  forget(path: FieldPath): void {
    this.shown.delete(JSON.stringify(path));
  }

  /** Puts each finding about a field beside the nearest one that is shown, there or above. */
  sort(diagnostics: readonly LocatedDiagnostic[]): void {
    for (const { field, message, data, severity } of diagnostics) {
      if (!field) continue;
      for (let length = field.length; length >= 0; length--) {
        const place = field.slice(0, length);
        const list = this.shown.get(JSON.stringify(place));
        if (!list) continue;
        list.push({ severity, ...this.words.inForm({ message, data, field, place }) });
        break;
      }
    }
  }
}
