import * as vscode from 'vscode';
import type { ReviewItem } from '../../language/overview/overview.js';
import type { Guidance } from '../guidance.js';
import { dayWords, documentsWords } from '../words.js';
import { OverviewTree, opened, type RootOverview, type Row } from './overview-tree.js';

const STANDINGS = ['overdue', 'soon', 'later', 'none'] as const;
const ICONS = { overdue: 'warning', soon: 'watch', later: 'calendar', none: 'question' } as const;

/** When the reviews of documents are due: overdue ones first. */
export class ReviewsView extends OverviewTree<'reviews'> {
  constructor(guidance: Guidance) {
    super('destinationMap.reviews', guidance, ['reviews']);
  }

  protected rowsOf({ root, overview }: RootOverview<'reviews'>): Row[] {
    return STANDINGS.flatMap((standing): Row[] => {
      const reviews = overview.reviews.filter((review) => review.standing === standing);
      if (reviews.length === 0) return [];
      return [
        {
          label: standingWords(standing),
          id: `${root}#${standing}`,
          description: documentsWords(reviews.length),
          icon: new vscode.ThemeIcon(ICONS[standing]),
          isOpen: standing === 'overdue' || standing === 'soon',
          rows: reviews.map((review) => reviewRow(root, review)),
        },
      ];
    });
  }
}

function standingWords(standing: ReviewItem['standing']): string {
  switch (standing) {
    case 'overdue':
      return vscode.l10n.t('Overdue');
    case 'soon':
      return vscode.l10n.t('Due soon');
    case 'later':
      return vscode.l10n.t('Later');
    case 'none':
      return vscode.l10n.t('No review recorded yet');
  }
}

function reviewRow(root: string, { path, title, owner, due, lastReviewed }: ReviewItem): Row {
  const uri = opened(root, path);
  const last = lastReviewed === undefined ? undefined : vscode.l10n.t('Last reviewed {0}', dayWords(lastReviewed));
  return {
    label: title,
    id: `${root}#${path}`,
    description: [due === undefined ? undefined : dayWords(due), owner].filter((words) => words !== undefined).join(' · '),
    tooltip: [path, last].filter((words) => words !== undefined).join('\n'),
    icon: new vscode.ThemeIcon('file'),
    contextValue: 'review',
    about: { root, uri },
    opens: uri,
  };
}
