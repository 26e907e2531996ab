import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { extractFromTree } from './core/facts/extract.js';
import { RuleConfig } from './core/lint/config.js';
import { examineExtracted } from './core/lint/examine.js';
import type { LocatedDiagnostic } from './core/lint/finding.js';
import { toDiagnostic } from './core/lint/linter.js';
import { Locator, locate } from './core/lint/locate.js';
import { applySuppressions } from './core/lint/suppress.js';
import { fillPositions } from './core/markdown/fill-positions.js';
import { NO_GLOSSARY } from './core/model/glossary.js';
import { NO_MANIFEST, type RuleSettings } from './core/model/manifest.js';
import { typeRegistry } from './core/schema/registry.js';
import { SourceText } from './core/text/source-text.js';
import { rules } from './rules/index.js';

/** Settings of the plugin. */
export interface RemarkOptions {
  /** Severities and options by rule id: `{ 'gap-recorded': { severity: 'off' } }`. */
  readonly rules?: RuleSettings;
  /** `recommended` where it is not given. */
  readonly preset?: 'recommended' | 'strict';
}

/** vfile's word for each severity: `true` fails, `false` warns, undefined informs. */
const FATAL = { error: true, warning: false, info: undefined } as const;

/** Whether a suppression was needed can only be told where all rules run. */
const documentRules = rules.filter((rule) => rule.meta.scope === 'document');

/**
 * A remark plugin that reports the rules about single documents as vfile messages.
 *
 * Rules that need the other documents of a guidance folder, or its glossary, find nothing here; the command line runs
 * them all. The pipeline needs `remark-frontmatter`.
 * @throws Error for a rule that does not exist
 */
export default function remarkDestinationMap(options: RemarkOptions = {}): (tree: Root, file: VFile) => void {
  const unknown = Object.keys(options.rules ?? {}).find((id) => !rules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new Error(`There is no rule “${unknown}”. “dmap rules” lists them all.`);
  const manifest = { ...NO_MANIFEST, preset: options.preset ?? 'recommended', rules: options.rules ?? {} } as const;
  const settings = { types: typeRegistry(), glossary: NO_GLOSSARY, config: new RuleConfig(documentRules, manifest) };
  return (tree, file) => {
    // remark counts from behind a byte order mark, and so do we.
    const source = new SourceText(file.path ?? 'document.md', String(file).replace(/^\uFEFF/, ''));
    const document = extractFromTree(source.path, source.text, fillPositions(tree, source.text), settings.types);
    const locator = new Locator(document.facts, source);
    const found = examineExtracted(document, source.text, settings)
      .findings.flatMap((finding) => toDiagnostic(source.path, finding, settings.config))
      .map((diagnostic) => locate(diagnostic, () => locator));
    for (const diagnostic of applySuppressions(document.facts, found, locator, settings.config)) tell(file, diagnostic);
  };
}

function tell(file: VFile, { message, ruleId, severity, range, line, column, endLine, endColumn }: LocatedDiagnostic): void {
  const start = { line, column, offset: range.start };
  const end = { line: endLine, column: endColumn, offset: range.end };
  file.message(message, { place: { start, end }, ruleId, source: 'destination-map' }).fatal = FATAL[severity];
}
