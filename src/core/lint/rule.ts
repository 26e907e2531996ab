import type { Root } from 'mdast';
import type { DocumentFacts } from '../facts/types.js';
import type { Prose } from '../markdown/prose.js';
import type { Suppression } from '../markdown/suppressions.js';
import type { NodesByType } from '../markdown/visit.js';
import type { Glossary } from '../model/glossary.js';
import type { CalendarDate } from '../schema/dates.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { TypeRegistry } from '../schema/registry.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { Finding, Severity } from './finding.js';

/** The groups that rules are listed in. */
export type RuleGroup = 'schema' | 'structure' | 'references' | 'criteria' | 'evidence' | 'review' | 'words' | 'suppression';

/** What is said about a rule apart from what it does; the docs, settings and schemas are generated from it. */
export interface RuleMeta<Options> {
  readonly group: RuleGroup;
  /** What the rule asks for, beginning with a verb: “Require …”, “Disallow …”. */
  readonly description: string;
  readonly defaultSeverity: Severity;
  /** Whether `--fix` can mend its findings. */
  readonly fixable: boolean;
  /** The files it looks at; Markdown documents unless it says otherwise. */
  readonly formats?: readonly ('markdown' | 'yaml')[];
  readonly optionsSchema?: JsonSchema;
  readonly defaultOptions: Options;
  /** Message texts by id; `{name}` stands for a value of the finding's `data`. */
  readonly messages: Readonly<Record<string, string>>;
  /** What editors can show of the place itself, by message: struck through where it is outdated, faded where it is of no use. */
  readonly tags?: Readonly<Record<string, DiagnosticTag>>;
}

/** What is said of the place of a finding, beside the finding. */
export type DiagnosticTag = 'outdated' | 'unused';

/** Says that something is wrong. */
export type Report = (finding: Finding) => void;

/** What a document rule sees: one document, its text and its tree, and nothing of the others. */
export interface DocumentContext<Options> {
  readonly facts: DocumentFacts;
  readonly text: string;
  /** Undefined for data files, which are fields and nothing else. */
  readonly tree: Root | undefined;
  readonly nodes: NodesByType;
  /** The document's prose; made when first asked for. */
  readonly prose: Prose;
  readonly glossary: Glossary;
  readonly types: TypeRegistry;
  /** The names of the root's own types, of which some may have a schema that cannot be used; undefined where nobody knows them. */
  readonly otherTypes: ReadonlySet<string> | undefined;
  /** The ids of all rules, whether they are on or off: a rule cannot import the list that it is in. */
  readonly ruleIds: ReadonlySet<string>;
  readonly options: Options;
  readonly report: Report;
}

/** What a linked rule sees: the facts of one document, and the root that it refers to. */
export interface LinkedContext<Options> {
  readonly facts: DocumentFacts;
  readonly snapshot: WorkspaceSnapshot;
  readonly today: CalendarDate;
  readonly options: Options;
  readonly report: Report;
}

/** What a workspace rule sees: the whole root. Its findings say which file they are in. */
export interface WorkspaceContext<Options> {
  readonly snapshot: WorkspaceSnapshot;
  readonly today: CalendarDate;
  readonly options: Options;
  readonly report: (path: string, finding: Finding) => void;
}

/** What a rule about suppressions sees: those of one file that nothing needed, once all other rules have run. */
export interface SuppressionContext {
  readonly unused: readonly { readonly suppression: Suppression; readonly ruleId: string }[];
  /** The ids of the rules that are on for this file: of the others nobody knows what they would have found. */
  readonly active: ReadonlySet<string>;
  readonly text: string;
  readonly report: Report;
}

interface RuleOf<Scope extends string, Context, Options> {
  /** The file's name; stable for ever, since it is in configurations and in suppressions. */
  readonly id: string;
  readonly meta: RuleMeta<Options> & {
    /**
     * - `document`: needs one document's text alone; its findings are cached with the facts
     * - `linked`: one document and what it refers to; looked at again when a key that it refers to changes
     * - `workspace`: the whole root; looked at again after every change
     * - `suppressions`: what suppressions did not meet
     */
    readonly scope: Scope;
  };
  /** Synchronous and pure. */
  check(context: Context): void;
}

/** A rule that needs one document's text alone. */
export type DocumentRule<Options = unknown> = RuleOf<'document', DocumentContext<Options>, Options>;
/** A rule about one document and what it refers to. */
export type LinkedRule<Options = unknown> = RuleOf<'linked', LinkedContext<Options>, Options>;
/** A rule about the whole root. */
export type WorkspaceRule<Options = unknown> = RuleOf<'workspace', WorkspaceContext<Options>, Options>;
/** A rule about suppressions. */
export type SuppressionRule = RuleOf<'suppressions', SuppressionContext, Record<string, never>>;

/** Any rule, its options unknown. */
export type Rule = DocumentRule | LinkedRule | WorkspaceRule | SuppressionRule;

/** Defines a rule about one document's text. */
export function defineDocumentRule<Options>(rule: DocumentRule<Options>): Rule {
  return rule as DocumentRule;
}

/** Defines a rule about one document and what it refers to. */
export function defineLinkedRule<Options>(rule: LinkedRule<Options>): Rule {
  return rule as LinkedRule;
}

/** Defines a rule about the whole root. */
export function defineWorkspaceRule<Options>(rule: WorkspaceRule<Options>): Rule {
  return rule as WorkspaceRule;
}

/** Defines a rule about suppressions. */
export function defineSuppressionRule(rule: SuppressionRule): Rule {
  return rule;
}

/** A message with its `{names}` filled in; a name that has no value stays as it is, so that a mistake shows. */
export function renderMessage(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : whole));
}
