/** A number that a document gives to a criterion, with the letter of a part. */
export interface GivenNumber {
  readonly number: string;
  readonly part: string | undefined;
}

const NUMBER = /^\(?(\d{1,3}(?:\.\d{1,3})*)\s*[.):]?\s*\(?([a-z])?\)?\s*[.):]?$/i;
const NUMBER_BEFORE =
  /^(?:criterion|criteria|no\.?|number)?\s*\(?(\d{1,3}(?:\.\d{1,3})*)\s*\(?([a-z](?![\p{L}\p{N}]))?\)?\s*[.):–—-]?\s+(?=\S)/iu;

/** The number that a cell consists of: “10”, “10.”, “(10)”, “10a”. */
export function numberIn(text: string): GivenNumber | undefined {
  return given(NUMBER.exec(text.trim().replace(/^(?:criterion|no\.?)\s+/i, '')));
}

/** The number before a title, and the title: “10a. Design”, “Criterion 10: Quality assurance”. */
export function numberBefore(text: string): { number: GivenNumber | undefined; title: string } {
  const trimmed = text.trim();
  const match = NUMBER_BEFORE.exec(trimmed);
  return match ? { number: given(match), title: trimmed.slice(match[0].length).trim() } : { number: undefined, title: trimmed };
}

function given(match: RegExpExecArray | null): GivenNumber | undefined {
  const number = match?.[1];
  return number === undefined ? undefined : { number, part: match?.[2]?.toLowerCase() };
}
