import { existsSync, statSync } from 'node:fs';
import { isCalendarDate, UsageError, type WorkspaceOptions } from '../index.js';
import { ruleSettingsFrom } from './rule-settings.js';

/** The options that say how a guidance folder is read, as the command line has them. */
export interface ReadingOptions {
  readonly config?: string;
  readonly today?: string;
  readonly rule?: readonly string[];
  readonly cache: boolean;
  readonly cacheDir?: string;
  readonly parser: 'auto' | 'satteri' | 'remark';
}

/**
 * The same options as the library has them.
 * @throws UsageError where one of them makes no sense
 */
export function openOptions({ config, today, rule, cache, cacheDir, parser }: ReadingOptions): WorkspaceOptions {
  if (config !== undefined) assertFile(config);
  if (today !== undefined && !isCalendarDate(today)) {
    throw new UsageError(`“--today ${today}” is not a date. Write it as YYYY-MM-DD, such as 2026-09-01.`);
  }
  return {
    parser,
    cache: cache && (cacheDir ?? true),
    ...(config === undefined ? {} : { configFile: config }),
    ...(today === undefined ? {} : { today }),
    ...(rule === undefined ? {} : { ruleSettings: ruleSettingsFrom(rule) }),
  };
}

function assertFile(config: string): void {
  if (!existsSync(config)) throw new UsageError(`There is no file “${config}” for --config. Check the path.`);
  if (!statSync(config).isFile()) throw new UsageError(`“${config}” for --config is a folder. Name the manifest file itself.`);
}
