import { azureReport } from './azure.js';
import { checkstyleReport } from './checkstyle.js';
import { compactReport } from './compact.js';
import { githubReport } from './github.js';
import { gitlabReport } from './gitlab.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { rdjsonlReport } from './rdjsonl.js';
import type { Report } from './report.js';
import { sarifReport } from './sarif.js';

/** The formats that other programs read, by name. */
export const REPORTS = {
  compact: compactReport,
  github: githubReport,
  sarif: sarifReport,
  junit: junitReport,
  gitlab: gitlabReport,
  azure: azureReport,
  checkstyle: checkstyleReport,
  rdjsonl: rdjsonlReport,
  markdown: (report: Report) => markdownReport(report),
} satisfies Record<string, (report: Report) => string>;

/** The formats that carry the changes which would mend a finding. */
export const WITH_FIXES: ReadonlySet<string> = new Set(['sarif', 'rdjsonl']);
