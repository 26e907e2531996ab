import { isMapping, listAt, type Mapping, textAt, textsAt, type Value, valueAt } from '../yaml/value.js';

/** The file that makes its folder a guidance root. */
export const MANIFEST = 'guidance.yml';

/** How severe a finding of a rule is; `off` where the rule is not run. */
export type SeveritySetting = 'off' | 'info' | 'warning' | 'error';

/** What the manifest says about one rule. */
export interface RuleSetting {
  readonly severity?: SeveritySetting;
  readonly options?: Mapping;
}

/** Rules' settings by rule id. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Settings for some of the files. */
export interface RuleOverride {
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

/** The manifest of a guidance root. */
export interface Manifest {
  readonly title: string;
  readonly lang: string;
  readonly frameworks: readonly string[];
  readonly sources: string | undefined;
  readonly glossary: string | undefined;
  /** The user's own types with the paths of their schemas. */
  readonly types: Readonly<Record<string, string>>;
  readonly exclude: readonly string[];
  readonly preset: 'recommended' | 'strict';
  readonly rules: RuleSettings;
  readonly overrides: readonly RuleOverride[];
  /** Whether there is a manifest that could not be read: what it asks for is not known then. */
  readonly unread?: true;
}

/** Reads the manifest; what is malformed gets its default, for the schema rules to report. */
export function readManifest(value: Mapping): Manifest {
  const lint = valueAt(value, ['lint']);
  return {
    title: textAt(value, 'title') ?? 'Guidance',
    lang: textAt(value, 'lang') ?? 'en',
    frameworks: textsAt(value, 'frameworks'),
    sources: textAt(value, 'sources'),
    glossary: textAt(value, 'glossary'),
    types: texts(value['types']),
    exclude: textsAt(value, 'exclude'),
    preset: textAt(lint, 'extends') === 'strict' ? 'strict' : 'recommended',
    rules: readRules(valueAt(lint, ['rules'])),
    overrides: listAt(lint, 'overrides').map((item) => ({
      files: textsAt(item, 'files'),
      rules: readRules(valueAt(item, ['rules'])),
    })),
  };
}

/** The manifest of a folder that has none. */
export const NO_MANIFEST: Manifest = readManifest({});

/** A manifest that is there and cannot be read. */
export const UNREAD_MANIFEST: Manifest = { ...NO_MANIFEST, unread: true };

function readRules(value: Value | undefined): RuleSettings {
  if (!isMapping(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([id, setting]) => [id, readRule(setting)]));
}

function readRule(value: Value | undefined): RuleSetting {
  const severity = isSeverity(value) ? value : textAt(value, 'severity');
  const options = valueAt(value, ['options']);
  return { ...(isSeverity(severity) ? { severity } : {}), ...(isMapping(options) ? { options } : {}) };
}

/** Whether a value is one of the severities that a rule can be set to. */
export function isSeverity(value: unknown): value is SeveritySetting {
  return value === 'off' || value === 'info' || value === 'warning' || value === 'error';
}

function texts(value: Value | undefined): Record<string, string> {
  if (!isMapping(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
