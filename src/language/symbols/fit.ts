/**
 * How well a name fits a query: all letters of it have to be there in their order.
 * @param name in small letters
 * @param wanted in small letters, without spaces
 * @returns more for letters that follow each other or begin words, less for long names; undefined where it does not fit
 */
export function fitOf(name: string, wanted: string): number | undefined {
  let fit = 0;
  let last = -2;
  for (const letter of wanted) {
    const at = name.indexOf(letter, last < 0 ? 0 : last + 1);
    if (at < 0) return undefined;
    if (at === last + 1) fit += 4;
    else if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '')) fit += 3;
    last = at;
  }
  // Found as it stands, a name fits better than by letters here and there.
  if (wanted.length > 1 && name.replace(/\s+/g, '').includes(wanted)) fit += 4 * wanted.length;
  return fit - name.length / 1000;
}
