import type { Root } from 'mdast';
import { type ExtractedDocument, extractMarkdown, extractYaml } from '../facts/extract.js';
import type { DocumentFacts } from '../facts/types.js';
import type { MarkdownParser } from '../markdown/parser.js';
import { type Prose, proseOf } from '../markdown/prose.js';
import { NodesByType } from '../markdown/visit.js';
import type { Glossary } from '../model/glossary.js';
import type { DocumentType, TypeRegistry } from '../schema/registry.js';
import type { RuleConfig } from './config.js';
import { type Finding, type RuleFinding, START } from './finding.js';
import type { DocumentContext, DocumentRule, Rule } from './rule.js';
import { isMisledByText } from './stray-fields.js';

/** What looking at single documents depends on: part of the key of cached facts. */
export interface ExamineSettings {
  readonly parser: MarkdownParser;
  readonly types: TypeRegistry;
  readonly glossary: Glossary;
  readonly config: RuleConfig;
}

/** A document's facts with what its document rules found: all that is kept of it. */
export interface ExaminedDocument {
  readonly facts: DocumentFacts;
  readonly findings: readonly RuleFinding[];
}

const NO_NODES = new NodesByType({ type: 'root', children: [] });

/** Parses a Markdown document once, for its facts and for all document rules; the tree goes no further. */
export function examineMarkdown(path: string, text: string, settings: ExamineSettings): ExaminedDocument {
  return examineExtracted(extractMarkdown(path, text, settings.parser, settings.types), text, settings);
}

/** The same for one of a root's YAML files. */
export function examineYaml(path: string, text: string, type: DocumentType, settings: Omit<ExamineSettings, 'parser'>): ExaminedDocument {
  const facts = extractYaml(path, text, type);
  return { facts, findings: runDocumentRules({ facts, tree: undefined, nodes: NO_NODES }, text, settings) };
}

/** Runs the document rules on a document that is extracted already. */
export function examineExtracted(document: ExtractedDocument, text: string, settings: Omit<ExamineSettings, 'parser'>): ExaminedDocument {
  return { facts: document.facts, findings: runDocumentRules(document, text, settings) };
}

type RuleInput = Pick<DocumentContext<unknown>, 'facts' | 'tree' | 'nodes'>;

function runDocumentRules(document: RuleInput, text: string, settings: Omit<ExamineSettings, 'parser'>): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const shared: { prose?: Prose } = {};
  for (const { rule, options } of settings.config.rulesFor(document.facts, 'document')) {
    if (isMisledByText(rule.meta.group, document.facts, text)) continue;
    const context = new RuleContext(document, text, settings, rule.id, options, findings, shared);
    guarded(rule, findings, () => (rule as DocumentRule).check(context));
  }
  return findings;
}

/** What one rule sees of one document. A class, since tens of thousands are made in a run. */
class RuleContext implements DocumentContext<unknown> {
  readonly facts: DocumentFacts;
  readonly tree: Root | undefined;
  readonly nodes: NodesByType;

  constructor(
    document: RuleInput,
    readonly text: string,
    private readonly settings: Omit<ExamineSettings, 'parser'>,
    private readonly ruleId: string,
    readonly options: unknown,
    private readonly findings: RuleFinding[],
    /** Shared by the rules of one document. */
    private readonly shared: { prose?: Prose },
  ) {
    this.facts = document.facts;
    this.tree = document.tree;
    this.nodes = document.nodes;
  }

  get prose(): Prose {
    this.shared.prose ??= proseOf(this.text, this.nodes);
    return this.shared.prose;
  }

  get glossary(): Glossary {
    return this.settings.glossary;
  }

  get types(): TypeRegistry {
    return this.settings.types;
  }

  get otherTypes(): DocumentContext<unknown>['otherTypes'] {
    return this.settings.config.namedTypes;
  }

  get ruleIds(): DocumentContext<unknown>['ruleIds'] {
    return this.settings.config.ruleIds;
  }

  readonly report = (finding: Finding): void => {
    this.findings.push({ ruleId: this.ruleId, ...finding });
  };
}

/** The diagnostic of a rule that threw: it never hides, and the other rules still run. */
export const RULE_CRASHED = 'internal/rule-crashed';

/** Runs a rule's check; what it throws becomes a finding of its own. */
export function guarded(rule: Rule, findings: RuleFinding[], check: () => void): void {
  try {
    check();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    findings.push({ ruleId: RULE_CRASHED, messageId: 'crashed', data: { rule: rule.id, detail, stack }, at: START });
  }
}
