/** Says in plain English why there can be no package. */
export class PackagingFailure extends Error {}
