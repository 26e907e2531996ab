import type { IndexedPage } from '../../../site/search/types.js';
import type { RenderedChunk } from './page-renderer.js';

/** A chunk's outcome as a worker sends it: what search knows as JSON in bytes, which are handed over without being copied. */
export interface ChunkMessage extends Omit<RenderedChunk, 'indexed'> {
  readonly indexed: Uint8Array;
}

/** Packs a chunk; the pages of thousands of documents are kept so, and unpacked when the search index is made. */
export function packChunk({ indexed, ...rest }: RenderedChunk): ChunkMessage {
  return { ...rest, indexed: new TextEncoder().encode(JSON.stringify(indexed)) };
}

/** Unpacks what search knows of the pages of a chunk. */
export function unpackIndexed({ indexed }: ChunkMessage): readonly IndexedPage[] {
  return JSON.parse(new TextDecoder().decode(indexed)) as readonly IndexedPage[];
}
