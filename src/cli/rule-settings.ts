import { didYouMean, isSeverity, type RuleSettings, rules, UsageError } from '../index.js';

/** What `--rule id:severity` says, each time that it is given; the last word counts. */
export function ruleSettingsFrom(given: readonly string[]): RuleSettings {
  return Object.fromEntries(given.map((text) => setting(text)));
}

function setting(text: string): [string, RuleSettings[string]] {
  const [id = '', severity, ...rest] = text.split(':');
  if (severity === undefined || rest.length > 0) {
    throw new UsageError(`“--rule ${text}” is not understood. Write a rule and its severity, such as “--rule link-target:warning”.`);
  }
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) throw new UsageError(`There is no rule “${id}”.${didYouMean(id, ids)} “dmap rules” lists them all.`);
  if (!isSeverity(severity)) {
    throw new UsageError(`“${severity}” is not a severity.${didYouMean(severity, SEVERITIES)} It can be off, info, warning or error.`);
  }
  return [id, { severity }];
}

const SEVERITIES = ['off', 'info', 'warning', 'error'];
