import { type Report, worstFirst } from './report.js';

/**
 * Logging commands of Azure Pipelines, one for each error and warning, worst first; it knows no notes.
 * See https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands#logissue-log-an-error-or-warning.
 */
export function azureReport({ findings }: Report): string {
  return worstFirst(findings)
    .filter(({ diagnostic }) => diagnostic.severity !== 'info')
    .map(({ path, diagnostic: { severity, line, column, ruleId, message } }) => {
      const values = { type: severity, sourcepath: path, linenumber: line, columnnumber: column, code: ruleId };
      const told = Object.entries(values).map(([name, value]) => `${name}=${property(String(value))};`);
      return `##vso[task.logissue ${told.join('')}]${data(message)}\n`;
    })
    .join('');
}

/** The agent takes these signs back once it has taken the command apart. */
function data(text: string): string {
  return text.replace(/%/g, '%AZP25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/\]/g, '%5D').replace(/;/g, '%3B');
}
