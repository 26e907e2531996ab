/** A number as people write it: “9,746”. By hand, since loading the rules of a language takes longer than a short run. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** How many there are of something: “1 error”, “2 errors”. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(number)} ${number === 1 ? singular : plural}`;
}
