/** What a platform keeps of a course, in characters (SCORM 1.2, “Run-Time Environment”, section 3.4.4, cmi.suspend_data). */
const MOST_CHARACTERS = 4096;

/** Which pages of a course have been read, as the platform keeps it for the next time. */
export class Progress {
  private readonly read = new Set<string>();

  /** @param pages all pages of the course, by their paths */
  constructor(private readonly pages: readonly string[]) {}

  /** Takes up what was kept; nothing where it is of another edition, with other pages. */
  resume(kept: string): void {
    const [edition, bits = ''] = kept.split(':');
    if (edition !== this.edition) return;
    this.pages.forEach((page, index) => {
      const digit = Number.parseInt(bits.charAt(index >> 2) || '0', 16);
      if ((digit >> (index & 3)) & 1) this.read.add(page);
    });
  }

  /** What is to be kept; undefined where a course has more pages than a platform can keep. */
  kept(): string | undefined {
    const digits = Array.from({ length: Math.ceil(this.pages.length / 4) }, (_, place) =>
      [0, 1, 2, 3].reduce((digit, bit) => digit | (this.has(this.pages[place * 4 + bit]) ? 1 << bit : 0), 0).toString(16),
    );
    const text = `${this.edition}:${digits.join('')}`;
    return text.length <= MOST_CHARACTERS ? text : undefined;
  }

  mark(page: string): void {
    if (this.pages.includes(page)) this.read.add(page);
  }

  has(page: string | undefined): boolean {
    return page !== undefined && this.read.has(page);
  }

  get count(): number {
    return this.read.size;
  }

  get complete(): boolean {
    return this.read.size === this.pages.length;
  }

  /** Tells one list of pages from another: FNV-1a of their paths. */
  private get edition(): string {
    let hash = 0x811c9dc5;
    for (const character of this.pages.join('\n')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return hash.toString(16);
  }
}
