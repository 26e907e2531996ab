/** A text in quotation marks. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** A list in a sentence, in which no more than a few are named. */
export function fewOf(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : [...names];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** A text as a sentence ends. */
export function ended(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** A field's value as people say it: “in review”. */
export function plain(value: string | undefined): string {
  return value === undefined ? 'no status' : value.replaceAll('-', ' ');
}
