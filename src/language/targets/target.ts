import type { Heading } from '../../core/facts/types.js';
import type { Framework, FrameworkElement } from '../../core/model/framework.js';
import type { Term } from '../../core/model/glossary.js';
import type { Source, SourcePoint } from '../../core/model/sources.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { Application } from '../../core/workspace/application.js';
import type { FieldPath } from '../../core/yaml/value.js';

/** Something that guidance gives a name to, and that others can refer to by it. */
export type Named =
  | { readonly kind: 'framework'; readonly framework: Framework }
  | { readonly kind: 'element'; readonly framework: Framework; readonly element: FrameworkElement }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'point'; readonly source: Source; readonly point: SourcePoint }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'application'; readonly application: Application }
  /** A whole document. */
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'heading'; readonly path: string; readonly heading: Heading }
  /** Any other file of the root, such as an image or a data file. */
  | { readonly kind: 'file'; readonly path: string };

/** What is at a place and has no name of its own: a field's name, a date. */
export type Unnamed =
  /** The name of a field, with what its type's schema says of it; undefined where it says nothing. */
  | { readonly kind: 'field'; readonly field: FieldPath; readonly schema: SchemaTree | undefined }
  | { readonly kind: 'date'; readonly field: FieldPath; readonly date: string };

/** What is at a place in a file. */
export type Target = (Named | Unnamed) & {
  /** Where its name is: the key, the link, the word. */
  readonly range: OffsetRange;
  /** Whether it is defined here, or only named. */
  readonly role: 'definition' | 'reference';
};
