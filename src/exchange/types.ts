import type { ElementKind, Framework } from '../core/model/framework.js';
import type { CalendarDate } from '../core/schema/dates.js';
import type { Application } from '../core/workspace/application.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';

/** A file of an export: its path from the export's folder, with `/`, and its content. */
export interface ExchangeFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Something that can have an address on the web: a framework, one of its elements, or a document. */
export type PublishedThing =
  | { readonly framework: string }
  | { readonly framework: string; readonly kind: ElementKind; readonly key: string }
  | { readonly document: string };

/** Everything that an export is made from: the same input gives the same bytes. */
export interface ExchangeInput {
  readonly snapshot: WorkspaceSnapshot;
  readonly today: CalendarDate;
  /** Whether drafts are exported too. */
  readonly drafts: boolean;
  /** The only application that is exported; all of them where none is named. */
  readonly application?: string | undefined;
  /** The page on which something is published; undefined where it has none. */
  readonly addressOf?: ((thing: PublishedThing) => string | undefined) | undefined;
  /** The day of each file's last change, by its path from the guidance root, as far as it is known. */
  readonly lastModified?: Readonly<Record<string, CalendarDate>> | undefined;
}

/** A framework as one application applies it, or by itself where no application that is exported does. */
export interface Scope {
  readonly framework: Framework;
  readonly application: Application | undefined;
}

/** An element of a framework by what never changes about it. */
export interface ElementName {
  readonly kind: ElementKind;
  readonly key: string;
}
