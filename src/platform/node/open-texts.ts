import { type LoadedFile, SourceText } from '../../core/text/source-text.js';
import type { Overlay } from './overlay.js';
import { LARGEST, tooLarge } from './read-file.js';

/** The texts of a root's files that editors have open: each takes the place of the file's own. */
export class OpenTexts {
  private readonly files = new Map<string, LoadedFile>();

  /**
   * @param before the file as it was known until now: what is no text on the disk is none in an editor
   */
  set(path: string, text: string, before: LoadedFile | undefined): void {
    // One that has gone from the disk meanwhile was text.
    if (!this.files.has(path) && before && 'unreadable' in before && before.unreadable !== 'missing') return;
    const large = text.length * 3 > LARGEST && Buffer.byteLength(text) > LARGEST;
    this.files.set(path, large ? tooLarge(path, Buffer.byteLength(text)) : { path, source: SourceText.of(path, text) });
  }

  /** Whether there was one to drop. */
  drop(path: string): boolean {
    return this.files.delete(path);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  get(path: string): LoadedFile | undefined {
    return this.files.get(path);
  }

  textOf(path: string): string | undefined {
    const file = this.files.get(path);
    return file && 'source' in file ? file.source.text : undefined;
  }

  paths(): string[] {
    return [...this.files.keys()];
  }

  /** Those that everything is read with, over texts that are given already; undefined where there are none. */
  asOverlay(isBehindAll: (path: string) => boolean, given: Overlay | undefined): Overlay | undefined {
    const own = this.paths()
      .filter(isBehindAll)
      .map((path) => [path, this.textOf(path) ?? ''] as const);
    return own.length > 0 || given ? new Map([...(given ?? []), ...own]) : undefined;
  }
}
