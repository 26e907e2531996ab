/** A finding as `dmap lint --format json` says it, with lines and columns from 1. */
export interface LintMessage {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What tests are given from outside the extension host, by whatever bundles them. */
export interface Given {
  /** Where they run. */
  readonly kind: 'node' | 'web';
  /** What the command says of each guidance root of the opened folder: the root's path in that, and the findings by path in the root. */
  readonly findings: Readonly<Record<string, Readonly<Record<string, readonly LintMessage[]>>>>;
}

declare const GIVEN: Given;

export const given: Given = GIVEN;
