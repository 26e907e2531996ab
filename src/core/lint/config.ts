import picomatch from 'picomatch/posix';
import type { DocumentFacts } from '../facts/types.js';
import type { Manifest, RuleSettings, SeveritySetting } from '../model/manifest.js';
import type { Mapping } from '../yaml/value.js';
import type { Rule } from './rule.js';
import { isMisled } from './stray-fields.js';

/** A rule as it applies to one file. */
export interface ResolvedRule {
  readonly rule: Rule;
  readonly severity: SeveritySetting;
  readonly options: Mapping;
}

const NONE: readonly ResolvedRule[] = [];
const STRICTER: Readonly<Record<SeveritySetting, SeveritySetting>> = { off: 'off', info: 'warning', warning: 'error', error: 'error' };

/**
 * Which rules apply to which file, and how: the preset, then the manifest's `rules`, then its `overrides` in order,
 * then what the command line says.
 */
export class RuleConfig {
  private readonly overrides: readonly { matches: (path: string) => boolean; rules: RuleSettings }[];
  private readonly resolved = new Map<string, ReadonlyMap<string, ResolvedRule>>();
  private readonly sorted = new Map<ReadonlyMap<string, ResolvedRule>, Map<string, readonly ResolvedRule[]>>();
  private ids: ReadonlySet<string> | undefined;

  constructor(
    readonly rules: readonly Rule[],
    private readonly manifest: Manifest,
    private readonly commandLine: RuleSettings = {},
  ) {
    this.overrides = manifest.overrides.map((override) => ({
      matches: picomatch([...override.files], { dot: true }),
      rules: override.rules,
    }));
  }

  /** The ids of all rules, whether they are on or off. */
  get ruleIds(): ReadonlySet<string> {
    this.ids ??= new Set(this.rules.map((rule) => rule.id));
    return this.ids;
  }

  /** The names of the types that the manifest adds; undefined where it cannot be read. */
  get namedTypes(): ReadonlySet<string> | undefined {
    return this.manifest.unread ? undefined : new Set(Object.keys(this.manifest.types));
  }

  /** The rules for a file by id; those that are off are left out. */
  forFile(path: string): ReadonlyMap<string, ResolvedRule> {
    if (this.overrides.length === 0) return this.base;
    const applying = this.overrides.map((override) => override.matches(path));
    const group = applying.map((applies) => (applies ? '1' : '0')).join('');
    let found = this.resolved.get(group);
    if (!found) {
      found = this.resolve(applying);
      this.resolved.set(group, found);
    }
    return found;
  }

  /**
   * The rules of one scope that look at a file; none at one that could not be read.
   * Asked for every file and scope, so kept: the rules are put in order once for each set of overrides.
   */
  rulesFor(facts: DocumentFacts, scope: Rule['meta']['scope']): readonly ResolvedRule[] {
    if (facts.fields.state === 'unreadable') return NONE;
    const all = this.forFile(facts.path);
    const sorted = this.sorted.get(all) ?? new Map<string, readonly ResolvedRule[]>();
    this.sorted.set(all, sorted);
    const key = `${scope} ${facts.format} ${isMisled('words', facts)}`;
    let found = sorted.get(key);
    if (!found) {
      found = [...all.values()].filter(
        ({ rule }) =>
          rule.meta.scope === scope && (rule.meta.formats ?? ['markdown']).includes(facts.format) && !isMisled(rule.meta.group, facts),
      );
      sorted.set(key, found);
    }
    return found;
  }

  /** The rules as they apply where no override does. */
  get base(): ReadonlyMap<string, ResolvedRule> {
    const none = this.overrides.map(() => false);
    const found = this.resolved.get('base') ?? this.resolve(none);
    this.resolved.set('base', found);
    return found;
  }

  /** Whether a rule is on for any file at all. */
  anywhere(ruleId: string): boolean {
    const layers = [this.manifest.rules, ...this.manifest.overrides.map((override) => override.rules), this.commandLine];
    return this.base.has(ruleId) || layers.some((layer) => layer[ruleId]?.severity !== undefined && layer[ruleId]?.severity !== 'off');
  }

  /** What findings of document rules depend on, as text: part of the key of their cache. */
  get fingerprint(): string {
    const { rules, overrides, preset, types, unread } = this.manifest;
    this.print ??= JSON.stringify([preset, rules, overrides, types, unread ?? false, this.commandLine, this.rules.map((rule) => rule.id)]);
    return this.print;
  }

  private print: string | undefined;

  private resolve(applying: readonly boolean[]): ReadonlyMap<string, ResolvedRule> {
    const layers = [
      this.manifest.rules,
      ...this.overrides.filter((_, index) => applying[index]).map((override) => override.rules),
      this.commandLine,
    ];
    const resolved = new Map<string, ResolvedRule>();
    for (const rule of this.rules) {
      let severity: SeveritySetting = rule.meta.defaultSeverity;
      if (this.manifest.preset === 'strict') severity = STRICTER[severity];
      let options: Mapping = rule.meta.defaultOptions as Mapping;
      for (const layer of layers) {
        const setting = layer[rule.id];
        severity = setting?.severity ?? severity;
        if (setting?.options) options = { ...options, ...setting.options };
      }
      if (severity !== 'off') resolved.set(rule.id, { rule, severity, options });
    }
    return resolved;
  }
}
