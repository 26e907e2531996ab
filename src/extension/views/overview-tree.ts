import * as vscode from 'vscode';
import type { OverviewPart, PartialOverview } from '../../language/overview/overview.js';
import { fileIn, type Guidance } from '../guidance.js';

/** A row of a tree. */
export interface Row {
  readonly label: string;
  /** Stays the same while the row is about the same thing, so that what was opened stays open. */
  readonly id: string;
  readonly description?: string | undefined;
  /** The words of a screen reader, where label, description and a plain tooltip are not enough. */
  readonly accessible?: string | undefined;
  readonly tooltip?: string | vscode.MarkdownString | undefined;
  readonly icon?: vscode.ThemeIcon | undefined;
  /** Says which commands its menu has. */
  readonly contextValue?: string | undefined;
  /** What is opened when it is chosen. */
  readonly opens?: vscode.Uri | undefined;
  readonly rows?: readonly Row[] | undefined;
  readonly isOpen?: boolean | undefined;
  /** What a command of its menu is told. */
  readonly about?: RowSubject | undefined;
}

/** What a row is about, for the commands of its menu. */
export interface RowSubject {
  readonly root: string;
  readonly application?: string | undefined;
  readonly criterion?: string | undefined;
  readonly source?: string | undefined;
  readonly uri?: vscode.Uri | undefined;
}

/** A root with the parts of its overview that a view shows. */
export interface RootOverview<Part extends OverviewPart> {
  readonly root: string;
  readonly overview: PartialOverview<Part>;
}

/** How long changes are gathered before a tree is made again: it is read, and not typed in. In milliseconds. */
const GATHER = 200;

/** A tree of rows that are made from the overviews of all roots, made again after changes while it is to be seen. */
export abstract class OverviewTree<Part extends OverviewPart> implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  protected readonly view: vscode.TreeView<Row>;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    id: string,
    private readonly guidance: Guidance,
    private readonly parts: readonly Part[],
  ) {
    this.view = vscode.window.createTreeView<Row>(id, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [this.view, this.changed, guidance.onDidChange(() => this.schedule())];
  }

  /** The rows of all roots; of a single one its own, without a row for the root. */
  protected abstract rowsOf(overview: RootOverview<Part>): readonly Row[];

  /** What the view says beside its name, and its badge. */
  protected describe(_overviews: readonly RootOverview<Part>[]): void {}

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...(row.rows ?? [])];
    const overviews = await this.overviews();
    this.describe(overviews);
    const filled = overviews.map((one) => ({ ...one, rows: this.rowsOf(one) })).filter(({ rows }) => rows.length > 0);
    const [only] = filled;
    if (only && filled.length === 1) return [...only.rows];
    return filled.map(({ root, overview, rows }) => ({
      label: overview.title,
      id: root,
      rows,
      isOpen: true,
      icon: new vscode.ThemeIcon('folder'),
    }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { rows = [], isOpen } = row;
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, rows.length === 0 ? None : isOpen ? Expanded : Collapsed);
    item.id = row.id;
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = row.tooltip;
    if (row.icon) item.iconPath = row.icon;
    if (row.contextValue !== undefined) item.contextValue = row.contextValue;
    item.accessibilityInformation = { label: row.accessible ?? inWords(row) };
    if (row.opens) item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [row.opens] };
    return item;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async overviews(): Promise<RootOverview<Part>[]> {
    const roots = await this.guidance.roots();
    const all = await Promise.all(
      roots.map(async ({ uri }) => ({ root: uri, overview: await this.guidance.overview(uri, ...this.parts) })),
    );
    return all.flatMap(({ root, overview }) => (overview ? [{ root, overview }] : []));
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire(undefined);
    }, GATHER);
  }
}

/** A row as it is heard: what it is called comes first. The editor would say a plain tooltip in its place. */
function inWords({ label, description, tooltip }: Row): string {
  const more = typeof tooltip === 'string' ? tooltip.split('\n') : [];
  return [label, description, ...more].filter((words) => words !== undefined && words !== '').join(', ');
}

/** The URI of a path; undefined where there is none. */
export function opened(root: string, path: string | undefined): vscode.Uri | undefined {
  return path === undefined ? undefined : fileIn(root, path);
}
