import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { FieldPath } from '../../core/yaml/value.js';
import type { Path, Problem } from './panel/form.js';

/** A message of the linter with the field that it is about, and the place of the form that it stands at. */
interface Told extends Pick<LocatedDiagnostic, 'message' | 'data'> {
  readonly field: FieldPath;
  readonly place: FieldPath;
}

/** The parts of a message that name fields: whatever else is filled in is somebody's value, though it may read like one. */
const NAMING: ReadonlySet<string> = new Set(['field', 'fields', 'entry', 'list', 'place']);
/** Names in quotation marks that are not those of a type, nor of what another file has. */
const QUOTED = /(?<!\btype )“([^“”]+)”(?! in guidance\.yml)/g;
const SEPARATOR = ' › ';

/** The linter names fields as the text has them. Beside a form, they are named as the form names them. */
export class FieldWords {
  private readonly labels = new Map<string, string>();

  name(path: FieldPath, label: string): void {
    this.labels.set(JSON.stringify(path), label);
  }

  /** A message in the form's words, with the other fields that it speaks of. */
  inForm({ message, data, field, place }: Told): Pick<Problem, 'message' | 'about'> {
    const values = valuesIn(data);
    const about: Path[] = [];
    const said = message.replace(QUOTED, (whole, name: string) => {
      const path = values.has(name) ? undefined : this.meant(name, field);
      const label = path && this.labelFor(path, name, place);
      if (!path || label === undefined) return whole;
      if (path[0] !== place[0]) about.push(path);
      return `“${label}”`;
    });
    return { message: said, ...(about.length > 0 ? { about } : {}) };
  }

  /** The field or entry that a name stands for: a whole way to it, or a name in the nearest group around what the message is about. */
  private meant(name: string, field: FieldPath): FieldPath | undefined {
    const steps = name.split(SEPARATOR).map((step) => {
      const entry = /^entry (\d+)( \(.*\))?$/.exec(step);
      return entry ? Number(entry[1]) - 1 : step;
    });
    if (steps.length > 1) return steps;
    for (let length = field.length; length >= 0; length--) {
      const path = [...field.slice(0, length), name];
      if (this.labels.has(JSON.stringify(path))) return path;
    }
    return undefined;
  }

  /** What a field is called at a place: with the way to it, unless it is in the same group or one around it. */
  private labelFor(path: FieldPath, name: string, place: FieldPath): string | undefined {
    const above = path.slice(0, -1);
    const own = this.labels.get(JSON.stringify(path));
    if (own !== undefined && above.every((step, index) => step === place[index])) return own;
    const words = name.split(SEPARATOR);
    const labels = path.map((step, index) =>
      typeof step === 'number' ? words[index] : this.labels.get(JSON.stringify(path.slice(0, index + 1))),
    );
    return labels.includes(undefined) ? undefined : labels.join(SEPARATOR);
  }
}

/** Everything that is filled into a message as a value. */
function valuesIn(data: Told['data']): ReadonlySet<string> {
  const values = Object.entries(data).flatMap(([key, value]) => (NAMING.has(key) ? [] : [String(value)]));
  return new Set(values.flatMap((value) => [value, ...[...value.matchAll(/“([^“”]+)”/g)].map(([, quoted = '']) => quoted)]));
}
