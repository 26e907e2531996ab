import * as vscode from 'vscode';
import type { ApplicationItem, DomainItem } from '../../language/overview/overview.js';
import type { Guidance } from '../guidance.js';
import { numbered } from '../words.js';
import { OverviewTree, opened, type RootOverview, type Row } from './overview-tree.js';

/** The core domains of each application: the attributes in each, with the criteria that serve them. */
export class DomainsView extends OverviewTree<'applications'> {
  constructor(guidance: Guidance) {
    super('destinationMap.domains', guidance, ['applications']);
  }

  protected rowsOf({ root, overview }: RootOverview<'applications'>): readonly Row[] {
    const { applications } = overview;
    const [only] = applications;
    if (only && applications.length === 1) return domainRows(root, only);
    return applications.map((application) => ({
      label: application.title,
      id: `${root}#${application.key}`,
      icon: new vscode.ThemeIcon('book'),
      rows: domainRows(root, application),
      isOpen: true,
    }));
  }
}

function domainRows(root: string, application: ApplicationItem): Row[] {
  return application.domains.map((domain) => ({
    label: domain.title,
    id: `${root}#${application.key}#${domain.key}`,
    description: criteriaWords(domain.criteria.length),
    tooltip: domain.knowledgeDomain === undefined ? undefined : vscode.l10n.t('Knowledge domain: {0}', domain.knowledgeDomain),
    icon: new vscode.ThemeIcon('circle-large-outline'),
    rows: domain.attributes.map((attribute) => attributeRow(root, application, domain, attribute)),
  }));
}

function attributeRow(root: string, application: ApplicationItem, domain: DomainItem, attribute: DomainItem['attributes'][number]): Row {
  const { key, title, criteria } = attribute;
  const id = `${root}#${application.key}#${domain.key}#${key}`;
  return {
    label: title,
    id,
    description: criteria.length === 0 ? vscode.l10n.t('nothing yet') : criteriaWords(criteria.length),
    icon: new vscode.ThemeIcon(criteria.length === 0 ? 'dash' : 'check'),
    rows: criteria.flatMap((serving) => criterionRow(root, application, serving, id)),
  };
}

function criterionRow(root: string, application: ApplicationItem, key: string, within: string): Row[] {
  const criterion = application.criteria.find((one) => one.key === key);
  if (!criterion) return [];
  const uri = opened(root, criterion.path);
  return [
    {
      label: numbered(criterion.number, criterion.shortTitle),
      id: `${within}#${key}`,
      icon: new vscode.ThemeIcon('file'),
      opens: uri,
      contextValue: uri ? 'criterion' : 'criterionWithoutGuidance',
      about: { root, application: application.key, criterion: key, uri },
    },
  ];
}

function criteriaWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 criterion') : vscode.l10n.t('{0} criteria', count);
}
