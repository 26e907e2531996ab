import { type Rule, rules, type Severity } from '../../index.js';
import { packageVersion } from '../package-folder.js';
import { rulePageText } from '../rule-pages.js';
import type { PlacedEdit, PlacedFix, Report, ReportedFinding } from './report.js';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The name that GitHub's code scanning knows a finding by; it looks at no other. */
const GITHUB_FINGERPRINT = 'primaryLocationLineHash';

/**
 * The report in SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), with the page of each rule that found
 * something, fingerprints that lines added above do not change, and the changes that would mend a finding.
 */
export function sarifReport({ findings }: Report): string {
  const ids = [...new Set(findings.map(({ diagnostic }) => diagnostic.ruleId))].sort();
  const run = {
    tool: { driver: { name: 'destination-map', semanticVersion: packageVersion(), rules: ids.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOT: { description: { text: 'The folder that the repository was checked out to.' } } },
    results: findings.map((finding) => resultOf(finding, ids)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string): object {
  const rule: Rule | undefined = rules.find((one) => one.id === id);
  const about = rule?.meta.description ?? 'What the tool says for itself';
  const page = rule && rulePageText(id);
  return {
    id,
    name: id,
    shortDescription: { text: `${about}.` },
    ...(page === undefined ? {} : { help: { text: `“dmap explain ${id}” says why, with examples.`, markdown: page } }),
    defaultConfiguration: { level: LEVEL[rule?.meta.defaultSeverity ?? 'error'] },
    ...(rule ? { properties: { tags: [rule.meta.group] } } : {}),
  };
}

function resultOf({ diagnostic, path, fingerprint, wholeFile, related, fixes }: ReportedFinding, ids: readonly string[]): object {
  const region = wholeFile ? { startLine: 1 } : regionOf(diagnostic);
  return {
    ruleId: diagnostic.ruleId,
    ruleIndex: ids.indexOf(diagnostic.ruleId),
    level: LEVEL[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region } }],
    partialFingerprints: { [GITHUB_FINGERPRINT]: `${fingerprint}:1`, 'destinationMap/v1': fingerprint },
    ...(related.length > 0
      ? {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            physicalLocation: { artifactLocation: artifact(place.path), region: { startLine: place.line, startColumn: place.column } },
            message: { text: place.message },
          })),
        }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(fix, path)) } : {}),
  };
}

function fixOf({ title, edits }: PlacedFix, path: string): object {
  const replacements = edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

function regionOf({ line, column, endLine, endColumn }: Omit<PlacedEdit, 'text'>): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' };
}
