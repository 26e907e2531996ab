import { URI, Utils } from 'vscode-uri';

/** A URI in the one way of writing it that two of them are compared by. */
export function sameUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** A path of which nothing has to be written in another way in a URI. */
const PLAIN = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/**
 * The URI of a file of a root.
 * @param root as `sameUri` has it
 */
export function uriIn(root: string, path: string): string {
  // Asked for thousands of files at once, of which most have plain names.
  if (PLAIN.test(path) && !root.endsWith('/')) return `${root}/${path}`;
  return Utils.joinPath(URI.parse(root), path).toString();
}

/** The path from a root to a file of it, with `/`; undefined for what is not below it. */
export function pathIn(root: string, uri: string): string | undefined {
  const folder = URI.parse(sameUri(root));
  const file = URI.parse(sameUri(uri));
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  if (file.path === folder.path) return '';
  return file.path.startsWith(base) ? file.path.slice(base.length) : undefined;
}
