import type { MarkdownParser } from '../../../core/markdown/parser.js';
import type { ExchangeInput } from '../../types.js';

/** What Word copies are made from: the guidance, and ways to its texts and pictures. */
export interface WordInput extends ExchangeInput {
  readonly parser: MarkdownParser;
  /** The text of a document, as it was when it was read into the snapshot; undefined where it cannot be read. */
  readonly textOf: (path: string) => string | undefined;
  /** The bytes of a picture in the guidance folder; undefined where there is none that may be had. */
  readonly pictureOf: (path: string) => Uint8Array | undefined;
  /** An SVG picture as PNG; undefined where nothing is there that could draw it. */
  readonly pngOf: (svg: string) => Uint8Array | undefined;
  /** Called between documents; throws to stop. */
  readonly throwIfCancelled: () => void;
}
