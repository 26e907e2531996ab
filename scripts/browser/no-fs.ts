/** Stands in bundles for browsers for the file system that gray-matter asks for and never uses there. */
export default {};
