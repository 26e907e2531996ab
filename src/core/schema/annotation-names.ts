/** The annotations of ours in JSON Schemas, which ajv is to pass over. */
export const ANNOTATIONS = ['x-element', 'x-source', 'x-document', 'x-section', 'x-sections'];
