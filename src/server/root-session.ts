import type { LanguageDocument } from '../language/language-document.js';
import { prepareReferences } from '../language/navigation/reference-index.js';
import type { ServedRoot, Stirred } from './host.js';
import type { OpenDocument } from './open-documents.js';
import { pathIn, uriIn } from './uris.js';

/**
 * One guidance root that is served. What editors type and what happens to files is noted at once and taken in when
 * somebody asks, one after the other: whoever asks is answered by everything that had been said before.
 */
export class RootSession {
  private typed = new Map<string, OpenDocument | undefined>();
  private readonly open = new Map<string, OpenDocument>();
  private stirred = new Set<string>();
  private everything = false;
  private work: Promise<void> = Promise.resolve();

  /**
   * @param uri the root's folder
   * @param changed told whenever there is something new to take in
   */
  constructor(
    readonly uri: string,
    readonly root: ServedRoot,
    private readonly changed: () => void,
  ) {}

  /** The open documents of this root, by path. */
  get documents(): ReadonlyMap<string, OpenDocument> {
    return this.open;
  }

  /** The URI of a file: as the client writes it, where it has it open. */
  uriOf(path: string): string {
    return this.open.get(path)?.uri ?? uriIn(this.uri, path);
  }

  pathOf(uri: string): string | undefined {
    return pathIn(this.uri, uri);
  }

  /** Notes a document as the client has it now; undefined once it is closed. */
  textChanged(path: string, document: OpenDocument | undefined): void {
    if (document) this.open.set(path, document);
    else this.open.delete(path);
    this.typed.set(path, document);
    this.changed();
  }

  /** Notes that files may have changed. */
  filesChanged(stirred: Stirred): void {
    if (stirred === 'everything') this.everything = true;
    else for (const path of stirred) this.stirred.add(path);
    this.changed();
  }

  /** Whether everything that was noted has been taken in. */
  get isCurrent(): boolean {
    return this.typed.size === 0 && this.stirred.size === 0 && !this.everything;
  }

  /** Takes in everything that was noted. */
  async settle(): Promise<void> {
    // What failed has been told to whoever asked then.
    this.work = this.work.catch(() => undefined).then(() => this.takeIn());
    await this.work;
    // What came in the meantime counts for whoever has waited too.
    if (!this.isCurrent) await this.settle();
  }

  /** A document as a language feature sees it; undefined where it is no part of the guidance. Once it has settled. */
  document(path: string): LanguageDocument | undefined {
    const { snapshot, today } = this.root;
    const facts = snapshot.facts(path);
    const source = this.root.sourceFor(path);
    return facts && source && { path, source, facts, snapshot, today };
  }

  /** Makes ready a part of what the next change and the next question need, while nobody waits for it; tells whether all of it is ready. */
  prepare(): boolean {
    // Whoever types meanwhile comes first: after that it goes on.
    if (!this.isCurrent) return true;
    if (!this.root.prepare()) return false;
    prepareReferences(this.root.snapshot);
    return true;
  }

  private async takeIn(): Promise<void> {
    const { typed } = this;
    // Another map: one that is cleared keeps the texts that it held for long.
    this.typed = new Map();
    for (const [path, document] of typed) {
      if (document) await this.root.setText(path, document.source.text);
      else await this.root.dropText(path);
    }
    const { stirred, everything } = this;
    this.stirred = new Set();
    this.everything = false;
    if (everything) await this.root.refresh();
    else if (stirred.size > 0) await this.root.apply(stirred);
  }
}
