import * as vscode from 'vscode';
import type { CoverageState } from '../../core/coverage/coverage.js';
import type { ApplicationItem, CriterionItem } from '../../language/overview/overview.js';
import type { Guidance } from '../guidance.js';
import { findingsWords, numbered, stateWords, statusWords } from '../words.js';
import { OverviewTree, opened, type RootOverview, type Row } from './overview-tree.js';

/** Shapes, and not colours alone, say how a criterion stands. */
const ICONS: Readonly<Record<CoverageState, string>> = {
  covered: 'pass-filled',
  partial: 'color-mode',
  missing: 'circle-large-outline',
  planned: 'circle-large',
  'not-applicable': 'circle-slash',
};

/** The criteria of each application: how each stands, its status and its findings. */
export class CriteriaView extends OverviewTree<'applications' | 'findings'> {
  constructor(guidance: Guidance) {
    super('destinationMap.criteria', guidance, ['applications', 'findings']);
  }

  protected override describe(overviews: readonly RootOverview<'applications' | 'findings'>[]): void {
    const applications = overviews.flatMap(({ overview }) => overview.applications);
    const [only] = applications;
    this.view.description = only && applications.length === 1 ? coverageWords(only) : '';
    const errors = overviews.reduce((sum, { overview }) => sum + overview.findings.errors, 0);
    const words = errors === 1 ? vscode.l10n.t('1 error in the guidance') : vscode.l10n.t('{0} errors in the guidance', errors);
    this.view.badge = errors === 0 ? undefined : { value: errors, tooltip: words };
  }

  protected rowsOf({ root, overview }: RootOverview<'applications' | 'findings'>): Row[] {
    return overview.applications.map((application) => ({
      label: application.title,
      id: `${root}#${application.key}`,
      description: coverageWords(application),
      icon: new vscode.ThemeIcon('book'),
      contextValue: 'application',
      about: { root, application: application.key, uri: opened(root, application.path) },
      isOpen: true,
      rows: application.criteria.map((criterion) => criterionRow(root, application, criterion)),
    }));
  }
}

function coverageWords({ covered, applicable }: ApplicationItem): string {
  return vscode.l10n.t('{0} of {1} covered', covered, applicable);
}

function criterionRow(root: string, application: ApplicationItem, criterion: CriterionItem): Row {
  const uri = opened(root, criterion.path);
  const findings = findingsWords(criterion.findings);
  const standing = [criterion.status === undefined ? stateWords(criterion.state) : statusWords(criterion.status), findings];
  const description = standing.filter((words) => words !== '').join(' · ');
  return {
    label: numbered(criterion.number, criterion.shortTitle),
    id: `${root}#${application.key}#${criterion.key}`,
    description,
    accessible: `${numbered(criterion.number, criterion.shortTitle)}, ${stateWords(criterion.state)}, ${description}`,
    tooltip: tooltipOf(criterion),
    icon: iconOf(criterion),
    contextValue: uri ? 'criterion' : 'criterionWithoutGuidance',
    about: { root, application: application.key, criterion: criterion.key, uri },
    opens: uri,
  };
}

function iconOf({ findings, state }: CriterionItem): vscode.ThemeIcon {
  if (findings.errors > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (findings.warnings > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon(ICONS[state]);
}

/** Texts of documents are shown as texts, and nothing in them is Markdown. */
function tooltipOf({ title, number, state, because, unfilled, gaps }: CriterionItem): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const line = (text: string) => tooltip.appendText(text).appendMarkdown('\n\n');
  line(numbered(number, title));
  line(because === undefined ? stateWords(state) : `${stateWords(state)}: ${because}`);
  if (unfilled.length > 0) line(vscode.l10n.t('Still to be written: {0}', unfilled.join(', ')));
  if (gaps > 0) line(gaps === 1 ? vscode.l10n.t('1 recorded gap') : vscode.l10n.t('{0} recorded gaps', gaps));
  return tooltip;
}
