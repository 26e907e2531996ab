import { join } from 'node:path';
import { bundleSuite, type HostKind } from './bundle-suite.js';
import { unpackExtension } from './extension-folder.js';
import { lintFindings } from './lint-findings.js';
import { packagePath } from './package-path.js';
import type { Scenario } from './scenarios.js';
import type { TemporaryFolder } from './temporary.js';

/** What a window is opened with to run tests, as paths. */
export interface Prepared {
  readonly extension: string;
  readonly tests: string;
  readonly opened: string;
}

/**
 * Unpacks the packaged extension, fills the folder to open and bundles the tests.
 * @returns undefined where a scenario has no tests for this kind of host
 */
export async function prepare(scenario: Scenario, kind: HostKind, folder: TemporaryFolder): Promise<Prepared | undefined> {
  const opened = folder.folder('opened');
  const extension = folder.folder('extension');
  // Tests run in the host of the extension that they are in. That in a browser adds “.js” to whatever does not end in it.
  const tests = join(extension, 'tests.js');
  scenario.fill(opened);
  unpackExtension(packagePath(), extension);
  const files = await bundleSuite({
    kind,
    folder: join(import.meta.dirname, '..', scenario.suite),
    outfile: tests,
    given: { kind, findings: lintFindings(opened, scenario.roots) },
    grep: process.env['DMAP_GREP'] ?? '',
  });
  return files > 0 ? { extension, tests, opened } : undefined;
}
