import type { Report, ReportedFinding } from './report.js';
import { xmlAttributes, xmlText } from './xml.js';

/**
 * The report as a run of tests: each file is a suite, and each error a test that failed. A file without errors is a test
 * that passed; its warnings are what it printed, unless they fail the run. Recorded gaps and other notes are left out.
 * The form is that of Jenkins' xUnit plugin (junit-10.xsd).
 */
export function junitReport(report: Report): string {
  const suites = namesOf(report).map((file) => suiteOf(file, report));
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const head = xmlAttributes({ name: 'destination-map', tests, failures, errors: 0 });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.map(({ text }) => text).join('')}</testsuites>\n`;
}

/** The files that were checked, and those that something was found about besides. */
function namesOf({ files, findings }: Report): string[] {
  return [...new Set([...files, ...findings.map(({ path }) => path)])].sort();
}

function suiteOf(file: string, { findings, warningsFail }: Report): { text: string; tests: number; failures: number } {
  const here = findings.filter(({ path }) => path === file);
  const failing = here.filter(({ diagnostic }) => diagnostic.severity === 'error' || (warningsFail && diagnostic.severity === 'warning'));
  const told = here.filter((one) => one.diagnostic.severity === 'warning' && !failing.includes(one));
  const cases = failing.length === 0 ? [passed(file, told)] : failing.map((one) => failed(file, one));
  const printed = failing.length > 0 && told.length > 0 ? `    <system-out>${lines(told)}</system-out>\n` : '';
  const head = xmlAttributes({ name: file, tests: cases.length, failures: failing.length, errors: 0 });
  return {
    text: `  <testsuite${head}>\n${cases.join('')}${printed}  </testsuite>\n`,
    tests: cases.length,
    failures: failing.length,
  };
}

function passed(file: string, told: readonly ReportedFinding[]): string {
  const head = xmlAttributes({ name: 'destination-map', classname: file });
  if (told.length === 0) return `    <testcase${head}/>\n`;
  return `    <testcase${head}>\n      <system-out>${lines(told)}</system-out>\n    </testcase>\n`;
}

function failed(file: string, { diagnostic, fingerprint: _, ...rest }: ReportedFinding): string {
  const { ruleId, line, column, message, severity } = diagnostic;
  const head = xmlAttributes({ name: `${ruleId} (${line}:${column})`, classname: file });
  const text = xmlText(`${rest.path}:${line}:${column}\n${message} (${ruleId})`);
  return `    <testcase${head}>\n      <failure${xmlAttributes({ type: severity, message })}>${text}</failure>\n    </testcase>\n`;
}

function lines(findings: readonly ReportedFinding[]): string {
  const told = findings.map(
    ({ path, diagnostic: { line, column, message, ruleId } }) => `${path}:${line}:${column} ${message} (${ruleId})`,
  );
  return xmlText(told.join('\n'));
}
