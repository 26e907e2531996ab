import { assert } from 'chai';
import { type Diagnostic, DiagnosticSeverity, languages } from 'vscode';
import { activated, eventually } from './support/extension.js';
import { given, type LintMessage } from './support/given.js';
import { at } from './support/workspace.js';

describe('diagnostics', () => {
  before(activated);

  for (const [root, findings] of Object.entries(given.findings)) {
    it(`of ${root} are what the command says of it, in every document, open or not`, async () => {
      assert.isNotEmpty(findings);
      await eventually(() => assert.deepEqual(shownIn(root), flattened(findings)));
    });
  }
});

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** The diagnostics of a root that VS Code shows, a line each, in order. */
function shownIn(root: string): string[] {
  const folder = `${at(root).path}/`;
  return languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(folder))
    .flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => line(uri.path.slice(folder.length), asMessage(diagnostic))))
    .sort();
}

function flattened(findings: Readonly<Record<string, readonly LintMessage[]>>): string[] {
  return Object.entries(findings)
    .flatMap(([path, messages]) => messages.map((message) => line(path, message)))
    .sort();
}

function line(path: string, { line, column, endLine, endColumn, severity, ruleId, message }: LintMessage): string {
  return `${path}:${line}:${column}-${endLine}:${endColumn} ${severity} ${ruleId}: ${message}`;
}

/** Lines and columns are counted from 1 by the command. */
function asMessage({ range, severity, code, message }: Diagnostic): LintMessage {
  return {
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    severity: SEVERITIES[severity] as LintMessage['severity'],
    ruleId: String(typeof code === 'object' ? code.value : code),
    message,
  };
}
