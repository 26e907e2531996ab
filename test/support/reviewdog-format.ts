/**
 * The rules of the Reviewdog Diagnostic Format, from what reviewdog publishes (proto/rdf/reviewdog.proto and jsonschema/ of
 * github.com/reviewdog/reviewdog): the fields of its messages, and what the comments beside them ask for. No package has
 * them. A field that is not known is a problem here: reviewdog refused such a line before it passed over them (its pull request 1771, 2024).
 */
type FieldType = 'string' | 'line' | 'column' | 'Severity' | MessageName | readonly [MessageName];
type MessageName = 'Diagnostic' | 'Location' | 'Range' | 'Position' | 'Suggestion' | 'Source' | 'Code' | 'RelatedLocation';

interface Message {
  readonly needs: readonly string[];
  readonly fields: Readonly<Record<string, FieldType>>;
}

const MESSAGES: Readonly<Record<MessageName, Message>> = {
  Diagnostic: {
    needs: ['message', 'location'],
    fields: {
      message: 'string',
      location: 'Location',
      severity: 'Severity',
      source: 'Source',
      code: 'Code',
      suggestions: ['Suggestion'],
      original_output: 'string',
      related_locations: ['RelatedLocation'],
    },
  },
  Location: { needs: ['path'], fields: { path: 'string', range: 'Range' } },
  Range: { needs: ['start'], fields: { start: 'Position', end: 'Position' } },
  Position: { needs: ['line'], fields: { line: 'line', column: 'column' } },
  Suggestion: { needs: ['range', 'text'], fields: { range: 'Range', text: 'string' } },
  Source: { needs: ['name'], fields: { name: 'string', url: 'string' } },
  Code: { needs: ['value'], fields: { value: 'string', url: 'string' } },
  RelatedLocation: { needs: ['location'], fields: { message: 'string', location: 'Location' } },
};

const SEVERITIES = ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'];

/** A place: a line from 1, and a column that counts the bytes of UTF-8 from 1. */
export interface RdPosition {
  readonly line: number;
  readonly column?: number;
}

/** From its start up to its end, which is not part of it. */
export interface RdRange {
  readonly start: RdPosition;
  readonly end?: RdPosition;
}

/** A diagnostic, as far as tests look into it. */
export interface RdDiagnostic {
  readonly code: { readonly value: string };
  readonly location: { readonly path: string; readonly range: RdRange & { readonly start: { readonly column: number } } };
  readonly suggestions?: readonly { readonly range: RdRange; readonly text: string }[];
  readonly related_locations?: readonly { readonly location: { readonly path: string; readonly range?: RdRange } }[];
}

/** What is wrong with one line of rdjsonl, held against the texts that it speaks of; nothing where it is as it should be. */
export function reviewdogProblems(line: string, textOf: (path: string) => string): string[] {
  const value: unknown = JSON.parse(line);
  const shape = messageProblems('Diagnostic', value, 'diagnostic');
  if (shape.length > 0) return shape;
  const { location, suggestions = [], related_locations = [] } = value as RdDiagnostic;
  return [
    ...placeProblems(textOf(location.path), location.range, 'location'),
    ...suggestions.flatMap(({ range }) => placeProblems(textOf(location.path), range, 'suggestion')),
    ...related_locations.flatMap(({ location: { path, range } }) => placeProblems(textOf(path), range, 'related location')),
  ];
}

function messageProblems(name: MessageName, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no ${name}`];
  const { needs, fields } = MESSAGES[name];
  return [
    ...needs.filter((field) => !Object.hasOwn(value, field)).map((field) => `${at} has no ${field}`),
    ...Object.entries(value).flatMap(([field, inner]) => {
      const type = fields[field];
      return type === undefined ? [`${at} has ${field}, which is no field of ${name}`] : fieldProblems(type, inner, `${at}.${field}`);
    }),
  ];
}

function fieldProblems(type: FieldType, value: unknown, at: string): string[] {
  if (typeof type !== 'string') {
    return Array.isArray(value) ? value.flatMap((one) => messageProblems(type[0], one, at)) : [`${at} is no list`];
  }
  // Protobuf has text as UTF-8, in which half a surrogate pair cannot be written.
  if (type === 'string') return typeof value === 'string' && Buffer.from(value).toString() === value ? [] : [`${at} is no text`];
  if (type === 'line' || type === 'column') {
    return Number.isInteger(value) && Number(value) >= 1 && Number(value) < 2 ** 31 ? [] : [`${at} is no number from 1`];
  }
  if (type === 'Severity') return SEVERITIES.includes(String(value)) ? [] : [`${at} is no Severity`];
  return messageProblems(type, value, at);
}

function placeProblems(text: string, range: RdRange | undefined, what: string): string[] {
  if (!range) return [];
  const { start, end } = range;
  // With columns on one side alone it is neither a stretch of text nor a number of whole lines.
  if (end && (start.column === undefined) !== (end.column === undefined)) return [`the ${what} has half its columns`];
  const offsets = [start, ...(end ? [end] : [])].map((position) => byteOffset(text, position));
  const [from, to = from] = offsets;
  if (from === undefined || offsets.includes(undefined)) return [`the ${what} is not in the text`];
  return to !== undefined && to < from ? [`the ${what} ends before it starts`] : [];
}

/** Where a place is in a text as bytes; undefined where there is no such line, or no character begins in that column. */
function byteOffset(text: string, { line, column = 1 }: RdPosition): number | undefined {
  const lines = text.split('\n');
  const own = lines[line - 1];
  if (own === undefined) return undefined;
  const starts = new Set([1]);
  let at = 1;
  for (const character of own) {
    at += Buffer.byteLength(character);
    starts.add(at);
  }
  return starts.has(column) ? Buffer.byteLength(lines.slice(0, line - 1).join('\n')) + (line > 1 ? 1 : 0) + column - 1 : undefined;
}

/** A text once a suggestion is taken up, as reviewdog and code hosts do it. */
export function suggested(text: string, { range, text: put }: { readonly range: RdRange; readonly text: string }): string {
  const [from, to] = [byteOffset(text, range.start), byteOffset(text, range.end ?? range.start)];
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(to)]).toString();
}
