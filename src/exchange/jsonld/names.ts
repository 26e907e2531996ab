import { elementUuid, frameworkUuid, uuidOf } from '../plan/identifiers.js';

/** A node of the graph. What is undefined is not written. */
export type Node = Readonly<Record<string, unknown>>;

/** Identifiers are URNs, which stay where addresses of the web do not; a page's address stands beside them. */
function urn(uuid: string): string {
  return `urn:uuid:${uuid}`;
}

export const schemeId = (framework: string): string => urn(frameworkUuid(framework));
export const collectionId = (framework: string, kind: string): string => urn(uuidOf('collection', framework, kind));
export const conceptId = (framework: string, kind: string, key: string, part?: string): string =>
  urn(elementUuid(framework, kind, key, part));

/** A document is known by its `id`, else by its path. */
export function documentId(path: string, id: string | undefined): string {
  return urn(id === undefined ? uuidOf('document', path) : uuidOf('document-id', id));
}
