import { InvalidArgumentError } from 'commander';

/** A whole number that somebody gives to an option. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 0.');
  return Number(text);
}

/** The number of a port. */
export function portNumber(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw new InvalidArgumentError('A port is a whole number up to 65535.');
  return number;
}

/** One more value of an option that can be repeated. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
