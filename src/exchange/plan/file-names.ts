/** Gives out names of files that are different on every disk, those that ignore letter case included. */
export class FileNames {
  private readonly taken = new Set<string>();

  /**
   * A name made of keys, such as `destination-map.rasso.csv`. Keys come from files that may be wrong: nothing in them
   * leads to another folder.
   * @param ending with its full stop
   */
  of(keys: readonly string[], ending: string): string {
    const stem = keys.map((key) => key.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80) || '-').join('.');
    for (let number = 1; ; number++) {
      const name = `${stem}${number === 1 ? '' : `-${number}`}${ending}`;
      const folded = name.normalize('NFC').toLowerCase();
      if (this.taken.has(folded)) continue;
      this.taken.add(folded);
      return name;
    }
  }
}
