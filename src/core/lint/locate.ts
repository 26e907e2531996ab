import type { DocumentFacts } from '../facts/types.js';
import type { OffsetRange } from '../text/range.js';
import type { Position, SourceText } from '../text/source-text.js';
import { type FieldPart, locateInDocument } from '../yaml/locate-yaml.js';
import { parseYamlDocument } from '../yaml/parse-yaml.js';
import { PlainPlaces } from '../yaml/plain-places.js';
import { readPlainYaml } from '../yaml/plain-yaml.js';
import type { FieldPath } from '../yaml/value.js';
import type { Diagnostic, LocatedDiagnostic, LocatedPlace, Location, RelatedPlace } from './finding.js';

/** Finds the places of one file that diagnostics are about; its YAML is parsed with positions once, if at all. */
export class Locator {
  private plain: PlainPlaces | 'no' | undefined;
  private document: ReturnType<typeof parseYamlDocument> | undefined;

  constructor(
    private readonly facts: DocumentFacts | undefined,
    readonly source: SourceText,
  ) {}

  /** Where a location is in the text. */
  range(at: Location): OffsetRange {
    if (!('field' in at)) return at;
    const fields = this.facts?.fields;
    if (fields?.state !== 'parsed') return { start: 0, end: 0 };
    const base = fields.range.start;
    const text = this.source.text.slice(base, fields.range.end);
    const range = this.fieldRange(text, at.field, at.part ?? 'value');
    return { start: range.start + base, end: range.end + base };
  }

  private fieldRange(text: string, field: FieldPath, part: FieldPart): OffsetRange {
    this.plain ??= readPlainYaml(text) === undefined ? 'no' : new PlainPlaces(text);
    const place = this.plain === 'no' ? undefined : this.plain.locate(field, part);
    if (place) return place;
    this.document ??= parseYamlDocument(text);
    return locateInDocument(this.document, text, field, part);
  }

  /** A related place by line and column. */
  place(related: RelatedPlace): LocatedPlace {
    const { line, column } = this.source.positionAt(this.range(related.at).start);
    return { path: related.path, message: related.message, line, column };
  }
}

/** Gives the locator of a file; undefined where the file cannot be read. */
export type LocatorFor = (path: string) => Locator | undefined;

/** A diagnostic with its lines and columns. */
export function locate(diagnostic: Diagnostic, locatorFor: LocatorFor): LocatedDiagnostic {
  const { at, related, ...rest } = diagnostic;
  const locator = locatorFor(diagnostic.path);
  const range = locator?.range(at) ?? { start: 0, end: 0 };
  const start = locator?.source.positionAt(range.start) ?? placeIn(diagnostic);
  const end = locator?.source.positionAt(range.end) ?? start;
  return {
    ...rest,
    range,
    ...('field' in at ? { field: at.field } : {}),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    related: related.flatMap((place) => locatorFor(place.path)?.place(place) ?? []),
  };
}

/** A file that gave no text can still have told where it stops being one. */
function placeIn({ data }: Diagnostic): Position {
  const { line, column } = data;
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : { line: 1, column: 1 };
}
