/**
 * Stands in the bundles for the YAML parser that gray-matter brings. Its engines are off (see `core/markdown/fence.ts`),
 * so that nothing here is ever called: one YAML implementation decides every value.
 */
function never(): never {
  throw new Error('gray-matter is not used to read YAML here.');
}

export const safeLoad = never;
export const safeDump = never;
export default { safeLoad, safeDump };
