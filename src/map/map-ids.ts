/** The id of an application's map. */
export function applicationMap(key: string): string {
  return `application/${key}`;
}

/** The id of the map of a framework that no application applies. */
export function frameworkMap(key: string): string {
  return `framework/${key}`;
}
