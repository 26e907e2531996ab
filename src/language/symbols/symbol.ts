import type { OffsetRange } from '../../core/text/range.js';
import type { Place } from '../language-document.js';

/** What kind of thing a symbol is. */
export type SymbolKind = 'front-matter' | 'field' | 'entry' | 'heading' | 'document' | 'element' | 'source' | 'term';

/** A part of a document in its outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** All of it. */
  readonly range: OffsetRange;
  /** What to go to, within `range`. */
  readonly selection: OffsetRange;
  readonly children: readonly DocumentSymbol[];
}

/** Something in a root that has a name to find it by. */
export interface WorkspaceSymbol {
  readonly name: string;
  /** What it belongs to: a file, a framework, a register. */
  readonly container: string;
  readonly kind: SymbolKind;
  readonly place: Place;
}
