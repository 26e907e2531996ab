import type * as vscode from 'vscode';
import { DetailsView } from '../details/details-view.js';
import type { Extension } from '../extension.js';
import { CriteriaView } from './criteria-view.js';
import { DomainsView } from './domains-view.js';
import { EvidenceView } from './evidence-view.js';
import { ReviewsView } from './reviews-view.js';

/** The lists in the container of this extension, and the form beside the text. */
export function registerViews({ guidance, context }: Extension): vscode.Disposable[] {
  return [
    new CriteriaView(guidance),
    new DomainsView(guidance),
    new ReviewsView(guidance),
    new EvidenceView(guidance),
    new DetailsView(guidance, context.extensionUri),
  ];
}
