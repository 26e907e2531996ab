import { readFileSync } from 'node:fs';
import type { Finding } from '../../core/lint/finding.js';
import type { Rule } from '../../core/lint/rule.js';
import { MANIFEST, type RuleSettings } from '../../core/model/manifest.js';
import { ownTypes } from '../../core/root/own-types.js';
import { manifestOf, type ReadFile, type RootSettings, rootSettings } from '../../core/root/root-settings.js';
import { type LoadedFile, SourceText } from '../../core/text/source-text.js';
import type { ListedFile } from './list-files.js';
import type { Overlay } from './overlay.js';
import { decode, readListed } from './read-file.js';

/** How a root is read, as plain data: a worker is given the same. */
export interface RootRequest {
  /** The folder, absolute. */
  readonly root: string;
  /** A manifest to use in place of the root's own, absolute. */
  readonly configFile?: string;
  readonly ruleSettings?: RuleSettings;
  readonly overlay?: Overlay;
}

/** A root's settings with what went wrong on the way to them. */
export interface LoadedSettings {
  readonly root: RootSettings;
  /** About the manifest. */
  readonly problems: readonly Finding[];
  readonly read: ReadFile;
}

/** Reads the manifest, the data files that it names and the user's own types. */
export async function loadSettings(
  request: RootRequest,
  files: ReadonlyMap<string, ListedFile>,
  rules: readonly Rule[],
  readFile?: ReadListed,
): Promise<LoadedSettings> {
  const read = reader(request, files, readFile);
  const manifest = manifestOf(read);
  const { types, problems } = await ownTypes(manifest, read);
  const settings = request.ruleSettings ? { ruleSettings: request.ruleSettings } : {};
  return { root: rootSettings(manifest, read, { rules, ownTypes: types, ...settings }), problems, read };
}

/** Reads a file that is listed, from wherever the listing is from. */
export type ReadListed = (file: ListedFile) => LoadedFile;

/**
 * Reads files of a root; with a manifest of its own in the place of the root's.
 * @param readFile reads a listed file; from disk where it is not given
 */
export function reader(
  request: RootRequest,
  files: ReadonlyMap<string, ListedFile>,
  readFile: ReadListed = (file) => readListed(request.root, file),
): ReadFile {
  return (path): LoadedFile | undefined => {
    const given = request.overlay?.get(path);
    if (typeof given === 'string') return { path, source: new SourceText(path, given) };
    if (path === MANIFEST && request.configFile !== undefined) return decode(MANIFEST, readFileSync(request.configFile));
    const file = files.get(path);
    return file && readFile(file);
  };
}
