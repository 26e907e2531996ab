import { parseYaml } from '../../core/yaml/parse-yaml.js';
import type { Value } from '../../core/yaml/value.js';

/** A field that somebody gives as “name=value”, the value in YAML; undefined where it has not that form. */
export function givenField(text: string): { readonly name: string; readonly value: Value } | undefined {
  const at = text.indexOf('=');
  if (at < 1) return undefined;
  const { value, problems } = parseYaml(text.slice(at + 1));
  const unread = value === undefined && problems.length > 0;
  return unread ? undefined : { name: text.slice(0, at), value: value ?? '' };
}
