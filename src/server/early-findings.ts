import type { LocatedDiagnostic } from '../core/lint/finding.js';
import type { FirstLook } from '../core/root/first-look.js';
import { SourceText } from '../core/text/source-text.js';
import type { OpenDocument } from './open-documents.js';

/** Sends what is found in an open document in itself. */
export type SendEarly = (document: OpenDocument, found: readonly LocatedDiagnostic[]) => void;

/** How long what has arrived already may take to be noted, before everything else is read. In milliseconds. */
const GRACE = 1;

/**
 * Says what is wrong with open documents in themselves while their root is still being read: with ten thousand documents
 * that takes seconds, and whoever waits sees one of them.
 */
export class EarlyFindings {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly told = new Set<string>();
  private look: FirstLook | undefined;
  private over = false;

  /** @param failed told of what goes wrong: that is no reason for the root not to be read */
  constructor(
    private readonly send: SendEarly,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Looks at what is open, and from now on at whatever is opened or typed in. */
  readonly begin = async (look: FirstLook): Promise<void> => {
    if (this.over) return;
    this.look = look;
    for (const path of this.documents.keys()) this.tell(path);
    await new Promise((resolve) => setTimeout(resolve, GRACE));
  };

  /** Takes a document as the client has it now. */
  textChanged(path: string, document: OpenDocument): void {
    if (this.over) return;
    this.documents.set(path, document);
    this.tell(path);
  }

  /** Takes back what was said of a document. */
  closed(path: string): void {
    const document = this.documents.get(path);
    this.documents.delete(path);
    if (document && this.told.delete(path)) this.send(document, []);
  }

  /** Says no more: from here on the whole root is known. Gives the paths of which something has been said. */
  end(): ReadonlySet<string> {
    this.over = true;
    this.look = undefined;
    this.documents.clear();
    return this.told;
  }

  /** Takes back everything that was said, and says no more. */
  takeBack(): void {
    for (const path of [...this.documents.keys()]) this.closed(path);
    this.end();
  }

  private tell(path: string): void {
    const document = this.documents.get(path);
    if (!this.look || !document) return;
    const source = SourceText.of(path, document.source.text);
    try {
      const found = this.look(path, source);
      this.told.add(path);
      this.send({ ...document, source }, found);
    } catch (error) {
      this.failed(error);
    }
  }
}
