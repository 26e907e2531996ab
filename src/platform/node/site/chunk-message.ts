import type { RenderedChunk } from './page-renderer.js';

/** A chunk's outcome as a worker sends it: JSON in bytes, which are handed over without being copied. */
export interface ChunkMessage {
  readonly bytes: number;
  readonly unreadable: readonly string[];
  readonly indexed: Uint8Array;
}

/** Packs a chunk; the pages of thousands of documents are kept so, and unpacked when the search index is made. */
export function packChunk({ indexed, unreadable, bytes }: RenderedChunk<unknown>): ChunkMessage {
  return { bytes, unreadable, indexed: new TextEncoder().encode(JSON.stringify(indexed)) };
}

/** Unpacks what search knows of the pages of a chunk. */
export function unpackIndexed<I>(message: ChunkMessage): readonly I[] {
  return JSON.parse(new TextDecoder().decode(message.indexed)) as readonly I[];
}
