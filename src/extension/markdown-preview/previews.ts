import type { DocumentPreview } from '../../language/preview/document-preview.js';
import { Follower } from '../follower.js';

/** So many documents are kept: as many as anybody looks at. */
const KEPT = 20;

/** What is known of a document. */
interface Known {
  readonly follower: Follower;
  /** Undefined until there is an answer, null where it is no guidance. */
  preview: DocumentPreview | null | undefined;
}

/**
 * What the server said of the documents that are previewed. The editor's preview cannot wait for an answer: it is shown
 * what is known, and told to look again once that is another.
 */
export class Previews {
  private readonly known = new Map<string, Known>();

  /**
   * @param ask gives what the server says of a document; undefined while it is not asked
   * @param show told to show the previews again
   */
  constructor(
    private readonly ask: (uri: string) => Promise<DocumentPreview | null | undefined>,
    private readonly show: () => void,
  ) {}

  /** How a document is shown, as far as that is known by now. */
  of(uri: string): DocumentPreview | undefined {
    const known = this.known.get(uri) ?? this.begin(uri);
    // What was shown last is kept longest.
    this.known.delete(uri);
    this.known.set(uri, known);
    return known.preview ?? undefined;
  }

  /** Asks again about the documents that something may have changed for; all where it is not said. */
  renew(concerns: (uri: string) => boolean = () => true): void {
    for (const [uri, { follower }] of this.known) if (concerns(uri)) follower.stir();
  }

  private begin(uri: string): Known {
    const known: Known = {
      preview: undefined,
      follower: new Follower(
        () => this.answer(uri, known),
        () => undefined,
      ),
    };
    for (const oldest of [...this.known.keys()].slice(0, Math.max(0, this.known.size + 1 - KEPT))) this.known.delete(oldest);
    known.follower.stir();
    return known;
  }

  private async answer(uri: string, known: Known): Promise<void> {
    const before = known.preview;
    known.preview = await this.ask(uri);
    const isOther = JSON.stringify(known.preview ?? null) !== JSON.stringify(before ?? null);
    if (isOther) this.show();
  }
}
