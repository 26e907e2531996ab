import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { FieldPath } from '../../core/yaml/value.js';
import type { Problem } from './panel/form.js';

/** What the linter says, sorted to the fields of a form. */
export class Problems {
  private readonly shown = new Map<string, Problem[]>();

  /** The list for a place of the form, which is filled later. */
  at(path: FieldPath): readonly Problem[] {
    const list: Problem[] = [];
    this.shown.set(JSON.stringify(path), list);
    return list;
  }

  /** Takes a place out that is not shown after all: what is said there goes beside what holds it. */
  forget(path: FieldPath): void {
    this.shown.delete(JSON.stringify(path));
  }

  /** Puts each finding about a field beside the nearest one that is shown, there or above. */
  sort(diagnostics: readonly LocatedDiagnostic[]): void {
    for (const { field, message, severity } of diagnostics) {
      if (!field) continue;
      for (let length = field.length; length >= 0; length--) {
        const list = this.shown.get(JSON.stringify(field.slice(0, length)));
        if (!list) continue;
        list.push({ severity, message });
        break;
      }
    }
  }
}
