import type { DocumentFacts } from '../facts/types.js';
import { MANIFEST } from '../model/manifest.js';
import type { CalendarDate } from '../schema/dates.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { RuleConfig } from './config.js';
import { guarded } from './examine.js';
import { type Diagnostic, type RuleFinding, START } from './finding.js';
import { type LinkedRule, renderMessage, type WorkspaceRule } from './rule.js';

/** The diagnostic of a file that gave no text. */
export const UNREADABLE = 'internal/unreadable-file';

/** The diagnostic of a manifest that asks for something that is not there. */
export const CONFIGURATION = 'internal/configuration';

/** What a run of the linter needs to know. */
export interface LintInput {
  readonly snapshot: WorkspaceSnapshot;
  /** What document rules found when each file was examined. */
  readonly findings: (path: string) => readonly RuleFinding[];
  readonly config: RuleConfig;
  readonly today: CalendarDate;
}

/** What the linter says that is no rule's own. */
const INTERNAL_MESSAGES: Readonly<Record<string, string>> = {
  crashed: 'The rule “{rule}” failed on this file: {detail} Its findings are missing; please report this, with the output of --debug.',
  binary: 'This file is not text. Rename it if it is not guidance, or add it to “exclude” in guidance.yml.',
  encoding: 'This file is not valid UTF-8 ({detail}). Save it again as UTF-8.',
  'too-large': 'This file is too large to check ({detail}). Split it, or add it to “exclude” in guidance.yml.',
  permission: 'This file may not be read. Change its permissions so that you can read it.',
  missing: 'This is a link that leads to a file that is not there. Correct where it leads, or delete it.',
  'too-deep':
    'This file nests lists, quotations or brackets too deeply to be checked. Take out the nesting, or add the file to “exclude” in guidance.yml.',
  failed: 'This file could not be checked, which is a fault in the tool: {detail}. Please report it with the file.',
  configuration: '{message}',
  io: 'This file could not be read: {detail}.',
};

/**
 * Runs linked and workspace rules and puts their findings together with those of document rules.
 *
 * A linter keeps what linked rules said of each document, so that after a change only the affected documents are
 * looked at again.
 */
export class Linter {
  private readonly linked = new Map<string, readonly RuleFinding[]>();
  /** What the findings that are kept depend on besides the documents. */
  private keptFor = '';

  /**
   * @param affected the documents to look at again; all of them where it is not given
   * @returns diagnostics for all files, before suppressions, in no particular order
   */
  run(input: LintInput, affected?: ReadonlySet<string>): Diagnostic[] {
    const { snapshot } = input;
    const all = [...snapshot.dataFiles, ...snapshot.markdown];
    this.forget(input);
    for (const facts of all) {
      if (!affected || affected.has(facts.path) || !this.linked.has(facts.path)) this.linked.set(facts.path, checkLinks(facts, input));
    }
    return [
      ...all.flatMap((facts) => documentDiagnostics(facts, this.linked.get(facts.path) ?? [], input)),
      ...workspaceDiagnostics(input),
    ];
  }

  /** Drops what is kept of documents that are gone; of all of them, when other rules apply or another day has come. */
  private forget({ snapshot, config, today }: LintInput): void {
    const keptFor = `${today} ${config.fingerprint}`;
    if (keptFor !== this.keptFor) this.linked.clear();
    this.keptFor = keptFor;
    for (const path of [...this.linked.keys()]) if (!snapshot.facts(path)) this.linked.delete(path);
  }
}

/** What is said of one document by itself and by what it refers to, in words. */
export function documentDiagnostics(
  facts: DocumentFacts,
  linked: readonly RuleFinding[],
  { findings, config }: Pick<LintInput, 'findings' | 'config'>,
): Diagnostic[] {
  return [...unreadable(facts), ...findings(facts.path), ...linked].flatMap((finding) => toDiagnostic(facts.path, finding, config));
}

/** What the rules about the whole root say, in words. */
export function workspaceDiagnostics(input: LintInput): Diagnostic[] {
  return checkWorkspace(input).flatMap(([path, finding]) => toDiagnostic(path, finding, input.config));
}

/** Runs the rules about one document and what it refers to. */
export function checkLinks(facts: DocumentFacts, { snapshot, config, today }: LintInput): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const { rule, options } of config.rulesFor(facts, 'linked')) {
    const report = (finding: Omit<RuleFinding, 'ruleId'>) => findings.push({ ruleId: rule.id, ...finding });
    guarded(rule, findings, () => (rule as LinkedRule).check({ facts, snapshot, today, options, report }));
  }
  return findings;
}

function checkWorkspace({ snapshot, config, today }: LintInput): (readonly [string, RuleFinding])[] {
  const found: (readonly [string, RuleFinding])[] = [];
  for (const rule of config.rules) {
    if (rule.meta.scope !== 'workspace' || !config.anywhere(rule.id)) continue;
    const options = config.base.get(rule.id)?.options ?? (rule.meta.defaultOptions as object);
    const crashed: RuleFinding[] = [];
    guarded(rule, crashed, () =>
      (rule as WorkspaceRule).check({
        snapshot,
        today,
        options,
        report: (path, finding) => found.push([path, { ruleId: rule.id, ...finding }]),
      }),
    );
    for (const finding of crashed) found.push([MANIFEST, finding]);
  }
  return found;
}

function unreadable(facts: DocumentFacts): RuleFinding[] {
  if (facts.fields.state !== 'unreadable') return [];
  const { reason, detail, place } = facts.fields;
  return [{ ruleId: UNREADABLE, messageId: reason, data: { detail, ...place }, at: START }];
}

/** A finding in words, with the severity that it has in this file; none where its rule is off there. */
export function toDiagnostic(path: string, finding: RuleFinding, config: RuleConfig): Diagnostic[] {
  const internal = finding.ruleId.startsWith('internal/');
  const resolved = config.forFile(path).get(finding.ruleId);
  if (!internal && !resolved) return [];
  const template = resolved?.rule.meta.messages[finding.messageId] ?? INTERNAL_MESSAGES[finding.messageId] ?? finding.messageId;
  const data = finding.data ?? {};
  return [
    {
      ruleId: finding.ruleId,
      messageId: finding.messageId,
      message: renderMessage(template, data),
      data,
      severity: resolved && resolved.severity !== 'off' ? resolved.severity : 'error',
      path,
      at: finding.at,
      related: finding.related ?? [],
      ...(finding.fix ? { fix: finding.fix } : {}),
      ...(finding.suggestions ? { suggestions: finding.suggestions } : {}),
    },
  ];
}
