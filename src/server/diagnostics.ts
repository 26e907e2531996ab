import { type Diagnostic, DiagnosticSeverity, DiagnosticTag as ProtocolTag } from 'vscode-languageserver';
import type { LocatedDiagnostic, Severity } from '../core/lint/finding.js';
import type { DiagnosticTag } from '../core/lint/rule.js';
import type { SourceText } from '../core/text/source-text.js';
import { rules } from '../rules/index.js';
import type { Positions } from './convert.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const TAGS: Readonly<Record<DiagnosticTag, ProtocolTag>> = { outdated: ProtocolTag.Deprecated, unused: ProtocolTag.Unnecessary };

const tagsByRule = new Map(rules.map(({ id, meta }) => [id, meta.tags ?? {}]));

/** What diagnostics are converted with. */
export interface DiagnosticContext {
  readonly positions: Positions;
  readonly sourceFor: (path: string) => SourceText | undefined;
  readonly uriOf: (path: string) => string;
  readonly rulePage: (ruleId: string) => string | undefined;
}

/** A diagnostic of the engine as the protocol has it. */
export function toDiagnostic(found: LocatedDiagnostic, context: DiagnosticContext): Diagnostic {
  const { positions, sourceFor, uriOf } = context;
  const source = sourceFor(found.path);
  const tag = tagsByRule.get(found.ruleId)?.[found.messageId];
  const href = context.rulePage(found.ruleId);
  const related = found.related.map(({ path, message, line, column }) => {
    const place = positions.place(sourceFor(path), line, column);
    return { location: { uri: uriOf(path), range: { start: place, end: place } }, message };
  });
  return {
    range: {
      start: positions.place(source, found.line, found.column),
      end: positions.place(source, found.endLine, found.endColumn),
    },
    severity: SEVERITIES[found.severity],
    code: found.ruleId,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'destination-map',
    message: found.message,
    ...(tag === undefined ? {} : { tags: [TAGS[tag]] }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}
