import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { RuleConfig } from './core/lint/config.js';
import { examineExtracted } from './core/lint/examine.js';
import { Locator } from './core/lint/locate.js';
import { toDiagnostic } from './core/lint/linter.js';
import { extractFromTree } from './core/facts/extract.js';
import { NO_GLOSSARY } from './core/model/glossary.js';
import { NO_MANIFEST, type RuleSettings } from './core/model/manifest.js';
import { fillPositions } from './core/markdown/fill-positions.js';
import { typeRegistry } from './core/schema/registry.js';
import { SourceText } from './core/text/source-text.js';
import { rules } from './rules/index.js';

/** Settings of the plugin. */
export interface RemarkOptions {
  /** Severities and options by rule id, as in `guidance.yml`. */
  readonly rules?: RuleSettings;
  /** `recommended` where it is not given. */
  readonly preset?: 'recommended' | 'strict';
}

/**
 * A remark plugin that reports the document rules as vfile messages: `fatal` for errors, warnings as they are, and
 * `fatal: null` (info) for the rest. Rules that need the other documents of a guidance folder are not run; use the
 * command line for those. The pipeline needs `remark-frontmatter`.
 */
export default function remarkDestinationMap(options: RemarkOptions = {}): (tree: Root, file: VFile) => void {
  const manifest = { ...NO_MANIFEST, preset: options.preset ?? 'recommended', rules: options.rules ?? {} } as const;
  const settings = { types: typeRegistry(), glossary: NO_GLOSSARY, config: new RuleConfig(rules, manifest) };
  return (tree, file) => {
    const path = file.path ?? 'document.md';
    const source = new SourceText(path, String(file));
    const document = extractFromTree(path, source.text, fillPositions(tree, source.text), settings.types);
    const locator = new Locator(document.facts, source);
    for (const finding of examineExtracted(document, source.text, settings).findings) {
      for (const diagnostic of toDiagnostic(path, finding, settings.config)) {
        const range = locator.range(diagnostic.at);
        const message = file.message(diagnostic.message, {
          place: { start: { ...source.positionAt(range.start), offset: range.start }, end: { ...source.positionAt(range.end), offset: range.end } },
          ruleId: diagnostic.ruleId,
          source: 'destination-map',
        });
        message.fatal = diagnostic.severity === 'error' ? true : diagnostic.severity === 'warning' ? false : undefined;
      }
    }
  };
}
