import type { WordPackage } from './types.js';

/** Elements around runs of text that mammoth leaves out with all that is in them: simple fields, and text of a direction of its own. */
const WRAPPERS = /(<\/?w:)(?:fldSimple|bdo|dir)(?=[\s/>])/g;

/** A package in which mammoth reads the text inside such elements: it knows smart tags, which mean nothing. */
export function withWrappedText(parts: WordPackage): WordPackage {
  return new Map([...parts].map(([name, bytes]) => [name, /\.xml$/i.test(name) ? unwrapped(bytes) : bytes]));
}

function unwrapped(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const changed = text.replace(WRAPPERS, '$1smartTag');
  return changed === text ? bytes : new TextEncoder().encode(changed);
}
