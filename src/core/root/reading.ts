import picomatch from 'picomatch/posix';
import { MANIFEST } from '../model/manifest.js';
import { isMarkdown, type RootSettings } from './root-settings.js';

/** The files that settings are made from; what the manifest names and is not there may come. */
export function filesBehindAll({ manifest, dataFiles }: RootSettings): ReadonlySet<string> {
  const named = [...manifest.frameworks, ...[manifest.sources, manifest.glossary].flatMap((path) => path ?? [])];
  return new Set([MANIFEST, ...dataFiles.keys(), ...named, ...Object.values(manifest.types)]);
}

/** Tells which files are examined: data files always, and the documents that are not left out. A folder is one that could not be listed. */
export function examinedIn({ manifest, dataFiles }: RootSettings): (path: string, isFolder?: boolean) => boolean {
  const excluded = manifest.exclude.length > 0 ? picomatch([...manifest.exclude], { dot: true }) : () => false;
  return (path, isFolder = false) => dataFiles.has(path) || ((isMarkdown(path) || isFolder) && !excluded(path));
}

/** Everything of a root's settings that says which documents are read, and how: where it is the same, so is what they say. */
export function readingKey({ types, dataFiles, settings, config, manifest }: RootSettings): string {
  const schemas = [...types].map(([name, type]) => [name, type.schema]);
  const roles = [...dataFiles].map(([path, type]) => [path, type.name]);
  return JSON.stringify([schemas, roles, settings.glossary, manifest.exclude, config.fingerprint]);
}
