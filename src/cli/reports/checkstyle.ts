import type { Report } from './report.js';
import { xmlAttributes } from './xml.js';

/**
 * The report as Checkstyle writes its own, which Jenkins and many others read.
 * The schema is checkstyle-report-1.0.0.xsd (https://checkstyle.org/result_reports.html).
 */
export function checkstyleReport({ findings }: Report): string {
  const byFile = new Map<string, string[]>();
  for (const { path, diagnostic } of findings) {
    const { line, column, severity, message, ruleId } = diagnostic;
    const error = `    <error${xmlAttributes({ line, column, severity, message, source: `destination-map.${ruleId}` })}/>\n`;
    const same = byFile.get(path);
    if (same) same.push(error);
    else byFile.set(path, [error]);
  }
  const files = [...byFile].map(([name, errors]) => `  <file${xmlAttributes({ name })}>\n${errors.join('')}  </file>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
}
