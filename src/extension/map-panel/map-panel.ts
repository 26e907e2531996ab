import * as vscode from 'vscode';
import type { FromPanel, PanelChoice, ToPanel } from '../../map/panel/messages.js';
import type { DestinationMapView, MapTarget } from '../../map/types.js';
import { type ElementParams, type ElementResult, MAP_REQUESTS, type MapParams, type MapResult } from '../../server/protocol/map.js';
import { Follower } from '../follower.js';
import type { Guidance } from '../guidance.js';
import { tellError } from '../tell-error.js';
import { pageFiles } from '../webview-page/files.js';
import { openTarget } from './open-target.js';
import { panelPage } from './page.js';
import { panelWords } from './panel-words.js';
import { writeMissing } from './write-missing.js';

/** How long a picture may take to be drawn. In milliseconds. */
const PATIENCE = 20_000;

/** The map beside an editor: it follows what is typed and where the cursor is. */
export class MapPanel implements vscode.Disposable {
  private readonly map = new Follower(
    () => this.renewMap(),
    () => undefined,
  );
  private readonly cursor = new Follower(
    () => this.renewElement(),
    () => undefined,
  );
  private readonly subscriptions: vscode.Disposable[];
  private readonly drawn = new vscode.EventEmitter<Extract<FromPanel, { type: 'drawn' }>>();
  private readonly begun = new vscode.EventEmitter<void>();
  /** Whether there is a page that can be told things: while the panel is hidden, there is none. */
  private isReady = false;
  /** What the page knows, as far as it is not to be told again. */
  private told = { version: '', roots: '', element: '' };
  private view: DestinationMapView | undefined;
  private editor = vscode.window.activeTextEditor;
  /** The document whose map is shown: only another one changes which map that is, so that a choice stays. */
  private followed: string | undefined;
  private pictures = 0;

  /** @param choice which map is shown first; that of the document that is edited where it is left out */
  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly guidance: Guidance,
    extension: vscode.Uri,
    private choice: PanelChoice | undefined,
  ) {
    if (choice) this.followed = this.editor?.document.uri.toString();
    this.subscriptions = [
      this.drawn,
      this.begun,
      panel.webview.onDidReceiveMessage((message: FromPanel) => void this.take(message).catch(tellError)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.isReady = false;
      }),
      guidance.onDidChange(() => {
        this.map.stir();
        this.cursor.stir();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.moveTo(editor)),
      // What was edited last may be covered by the panel now: then it is what can be seen that it is about.
      vscode.window.onDidChangeVisibleTextEditors((visible) => {
        if (this.editor && !visible.includes(this.editor)) this.moveTo(visible[0]);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.editor) this.cursor.stir();
      }),
    ];
    panel.webview.html = panelPage(pageFiles('map-panel', panel.webview, extension));
  }

  /** Which map is shown; undefined where there is none. */
  get shown(): PanelChoice | undefined {
    return this.choice;
  }

  /** Shows another map. */
  choose(choice: PanelChoice): void {
    this.choice = choice;
    this.followed = this.editor?.document.uri.toString();
    this.map.stir();
  }

  /** Has a picture drawn in pixels. @throws Error where that cannot be done */
  async png(svg: string): Promise<Uint8Array> {
    if (!this.isReady) await this.next(this.begun.event, () => true);
    const id = ++this.pictures;
    const drawn = this.next(this.drawn.event, (picture) => picture.id === id);
    this.post({ type: 'draw', id, svg });
    const { png, why } = await drawn;
    if (!png) throw new Error(why);
    return png;
  }

  /** Waits for something that the page says. @throws Error where that takes too long: the panel may have been closed */
  private next<T>(event: vscode.Event<T>, isMeant: (said: T) => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const subscription = event((said) => {
        if (!isMeant(said)) return;
        clearTimeout(timer);
        subscription.dispose();
        resolve(said);
      });
      const timer = setTimeout(() => {
        subscription.dispose();
        reject(new Error(vscode.l10n.t('the picture could not be drawn in time.')));
      }, PATIENCE);
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private post(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }

  private async take(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.begin();
      case 'choose':
        return this.choose(message.choice);
      case 'open':
        return this.open(message.target, message.aside);
      case 'write':
        return this.write(message.criterion, message.section);
      case 'begin':
        await vscode.commands.executeCommand('destinationMap.newFolder');
        return;
      case 'drawn':
        return this.drawn.fire(message);
    }
  }

  /** A page that is new, or has been taken away while it was hidden, knows nothing. */
  private begin(): void {
    this.told = { version: '', roots: '', element: '' };
    this.isReady = true;
    this.begun.fire();
    this.post({ type: 'words', words: panelWords() });
    // Which map it is may depend on where the cursor is.
    void this.renewElement()
      .catch(() => undefined)
      .then(() => this.map.stir());
  }

  private moveTo(editor: vscode.TextEditor | undefined): void {
    // The panel has the focus, or nothing has: what was edited last is still what it is about.
    if (!editor) return;
    this.editor = editor;
    this.cursor.stir();
  }

  private async renewMap(): Promise<void> {
    if (!this.isReady) return;
    const { choice, told } = this;
    const params = { ...choice, ...(told.version === '' ? {} : { known: told.version }) } as MapParams;
    const { roots, chosen, version, view } = await this.guidance.ask<MapResult, MapParams>(MAP_REQUESTS.map, params);
    // Another one was chosen meanwhile: it is asked for next.
    if (choice !== this.choice || told !== this.told) return;
    const known = JSON.stringify([roots, chosen]);
    if (version === told.version && known === told.roots && version !== '') return;
    this.told = { ...told, version, roots: known };
    this.choice = chosen;
    if (view || !chosen) this.view = view;
    this.post({ type: 'map', roots, chosen, ...(chosen ? (view ? { view } : {}) : { view: null }) });
  }

  private async renewElement(): Promise<void> {
    const { editor } = this;
    if (!editor || !this.isReady) return;
    const uri = editor.document.uri.toString();
    const { line, character } = editor.selection.active;
    const found = await this.guidance.ask<ElementResult | null, ElementParams>(MAP_REQUESTS.elementAt, {
      uri,
      position: { line, character },
    });
    if (editor !== this.editor) return;
    if (found) this.follow(uri, found);
    const element = found ? { framework: found.framework, kind: found.element?.kind, key: found.element?.key } : undefined;
    const known = JSON.stringify(element);
    if (known === this.told.element) return;
    this.told = { ...this.told, element: known };
    this.post({ type: 'element', element });
  }

  /** Shows the map that another document belongs to. */
  private follow(uri: string, { root, map }: ElementResult): void {
    if (uri === this.followed) return;
    this.followed = uri;
    const isShown = this.choice?.root === root && (map === undefined || map === this.choice.map);
    if (isShown) return;
    this.choice = { root, map };
    this.map.stir();
  }

  private async open(target: MapTarget, aside: boolean): Promise<void> {
    const { choice, view } = this;
    if (!choice || !view) return;
    const opened = await openTarget(target, { guidance: this.guidance, choice, column: this.panel.viewColumn, aside });
    if (opened || target.kind !== 'criterion' || !view.application) return;
    const title = view.criteria.find(({ key }) => key === target.key)?.shortTitle ?? target.key;
    const write = vscode.l10n.t('Write It');
    const words = vscode.l10n.t('There is no guidance on “{0}” yet.', title);
    if ((await vscode.window.showInformationMessage(words, write)) === write) await this.write(target.key, undefined);
  }

  private async write(criterion: string, section: string | undefined): Promise<void> {
    const { choice, view } = this;
    if (!choice || !view) return;
    await writeMissing({ criterion, section }, { guidance: this.guidance, root: choice.root, view, column: this.panel.viewColumn });
  }
}
