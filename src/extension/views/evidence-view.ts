import * as vscode from 'vscode';
import type { SourceItem } from '../../language/overview/overview.js';
import type { Guidance } from '../guidance.js';
import { OverviewTree, opened, type RootOverview, type Row } from './overview-tree.js';

/** The works of the source register, each with the documents that cite it. */
export class EvidenceView extends OverviewTree<'sources'> {
  constructor(guidance: Guidance) {
    super('destinationMap.evidence', guidance, ['sources']);
  }

  protected rowsOf({ root, overview }: RootOverview<'sources'>): Row[] {
    return overview.sources.map((source) => ({
      label: source.label,
      id: `${root}#${source.id}`,
      description: citedWords(source.citedBy.length),
      tooltip: tooltipOf(source),
      icon: new vscode.ThemeIcon(source.verified ? 'verified' : 'references'),
      contextValue: 'source',
      about: { root, source: source.id },
      rows: source.citedBy.map(({ path, title }) => ({
        label: title,
        id: `${root}#${source.id}#${path}`,
        icon: new vscode.ThemeIcon('file'),
        tooltip: path,
        opens: opened(root, path),
      })),
    }));
  }
}

function citedWords(count: number): string {
  if (count === 0) return vscode.l10n.t('cited nowhere');
  return count === 1 ? vscode.l10n.t('cited in 1 document') : vscode.l10n.t('cited in {0} documents', count);
}

function tooltipOf({ title, verified, supersededBy, id }: SourceItem): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const line = (text: string) => tooltip.appendText(text).appendMarkdown('\n\n');
  line(title);
  line(verified ? vscode.l10n.t('Details checked against a library or publisher’s record') : vscode.l10n.t('Details not checked yet'));
  if (supersededBy !== undefined) line(vscode.l10n.t('Superseded by {0}', supersededBy));
  line(`[@${id}]`);
  return tooltip;
}
