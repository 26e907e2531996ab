import { statSync } from 'node:fs';
import type { RuleSettings } from '../../core/model/manifest.js';
import type { RootSettings } from '../../core/root/root-settings.js';
import { BUILD_ID } from './build-id.js';
import { digest } from './facts-cache.js';
import type { ListedFile } from './list-files.js';
import type { ParserChoice } from './markdown-parser.js';

/** What a run was asked for, as far as its outcome depends on it. */
export interface Asked {
  readonly configFile?: string;
  readonly ruleSettings?: RuleSettings;
  readonly parser?: ParserChoice;
}

/** Everything that the facts of one file and the findings of document rules depend on, apart from the file. */
export function factsKey(root: RootSettings, parser: string): string {
  const types = [...root.types].map(([name, type]) => [name, type.schema]);
  const roles = [...root.dataFiles].map(([path, type]) => [path, type.name]);
  return digest(BUILD_ID ?? '', parser, JSON.stringify([types, roles, root.settings.glossary]), root.config.fingerprint);
}

/** Everything that a whole run depends on: what was asked for, and the stamp of every file. */
export function resultKey(files: readonly ListedFile[], options: Asked, today: string): string {
  const config = options.configFile === undefined ? '' : stampOf(options.configFile);
  const asked = JSON.stringify([today, options.ruleSettings, config, options.parser]);
  return digest(BUILD_ID ?? '', asked, ...files.map((file) => `${file.path}\t${file.stamp}`));
}

/** When one of the files of a run last changed, in milliseconds since 1970. */
export function lastChange(files: readonly ListedFile[], options: Asked): number {
  const config = options.configFile === undefined ? 0 : statSync(options.configFile).mtimeMs;
  return files.reduce((latest, { changedAt }) => Math.max(latest, changedAt), config);
}

function stampOf(file: string): string {
  const { mtimeMs, ctimeMs, size, ino } = statSync(file);
  return `${file}\t${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}
