import { assert } from 'chai';
import { type Diagnostic, DiagnosticSeverity, languages } from 'vscode';
import { eventually } from './support/eventually.js';
import { activated } from './support/extension.js';
import { given, type LintMessage } from './support/given.js';
import { at } from './support/workspace.js';

describe('diagnostics', () => {
  before(activated);

  for (const [root, findings] of Object.entries(given.findings)) {
    it(`of ${root} are what the command says of it, in every document, open or not`, async () => {
      assert.isNotEmpty(findings);
      await eventually(() => assertSame(shownIn(root), flattened(findings)));
    });
  }
});

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** How many of the lines that differ are shown. */
const SHOWN = 10;

function assertSame(shown: readonly string[], found: readonly string[]): void {
  const missing = found.filter((line) => !shown.includes(line)).slice(0, SHOWN);
  const unexpected = shown.filter((line) => !found.includes(line)).slice(0, SHOWN);
  assert.deepEqual({ number: shown.length, missing, unexpected }, { number: found.length, missing: [], unexpected: [] });
}

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
