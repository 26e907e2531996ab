import { element } from './element.js';

/** What the linter says of a page, as the preview's server tells it. */
export interface PageFindings {
  readonly findings: readonly PageFinding[];
  /** How much it says of all of the guidance. */
  readonly total: number;
}

/** One finding of a page. */
export interface PageFinding {
  readonly severity: string;
  readonly message: string;
  readonly path: string;
  readonly line?: number;
  readonly ruleId: string;
}

const SEVERITIES: Readonly<Record<string, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** The panel once nobody answers any more: what it said before may be out of date. */
export function stoppedPanel(): HTMLElement {
  const text = 'The preview has stopped. Start it again with “dmap preview”, and this page shows itself anew.';
  const said = element('p', 'preview-none', text);
  said.setAttribute('role', 'alert');
  return panelWith(said);
}

/**
 * The panel at the foot of a preview that says what there is to mend on this page; it opens and closes, and stays as
 * `before` was. It is a region of its own with a heading, in the reading order after the page.
 */
export function findingsPanel({ findings, total }: PageFindings, before: HTMLElement | undefined): HTMLElement {
  const elsewhere = total - findings.length;
  const other = elsewhere > 0 ? ` ${count(elsewhere, 'finding')} on other pages.` : '';
  if (findings.length === 0) return panelWith(element('p', 'preview-none', `Preview. No findings on this page.${other}`));
  const details = element(
    'details',
    'preview-details',
    element('summary', '', `Preview. ${count(findings.length, 'finding')} on this page`),
  );
  details.open = before?.querySelector('details')?.open ?? findings.some(({ severity }) => severity === 'error');
  details.append(element('ul', 'preview-findings', ...findings.map(findingItem)));
  if (other !== '') details.append(element('p', 'preview-none', other.trim()));
  return panelWith(details);
}

function panelWith(content: HTMLElement): HTMLElement {
  const panel = element('aside', 'preview-panel', content);
  panel.setAttribute('aria-label', 'Preview: findings');
  // It scrolls where there are many, which has to be possible by keyboard.
  panel.tabIndex = 0;
  return panel;
}

function findingItem({ severity, message, path, line, ruleId }: PageFinding): HTMLLIElement {
  const place = line === undefined ? path : `${path}, line ${line}`;
  const item = element('li', 'preview-finding', element('strong', '', `${SEVERITIES[severity] ?? severity}: `), message);
  item.dataset['severity'] = severity;
  item.append(' ', element('span', 'preview-place', `(${place}; ${ruleId})`));
  return item;
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
}
