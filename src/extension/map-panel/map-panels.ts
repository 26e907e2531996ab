import * as vscode from 'vscode';
import type { PanelChoice } from '../../map/panel/messages.js';
import type { Guidance } from '../guidance.js';
import { pageOptions } from '../webview-page/files.js';
import { MapPanel } from './map-panel.js';

/** Named in the manifest too: a panel of this kind wakes the extension when a window is opened again. */
const VIEW_TYPE = 'destinationMap.map';

/** The one panel that shows the map, where it is open. */
export class MapPanels implements vscode.Disposable {
  private open: MapPanel | undefined;
  private readonly serializer: vscode.Disposable;

  constructor(
    private readonly guidance: Guidance,
    private readonly extension: vscode.Uri,
  ) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state: unknown) => {
        panel.webview.options = pageOptions(this.extension);
        this.take(panel, choiceIn(state));
      },
    });
  }

  /** The panel, if it is open. */
  get current(): MapPanel | undefined {
    return this.open;
  }

  /**
   * Shows the panel, beside the editor where it is not open yet.
   * @param choice the map to be shown; that of the active document where it is left out
   */
  show(choice?: PanelChoice): MapPanel {
    if (this.open) {
      this.open.panel.reveal(undefined, true);
      if (choice) this.open.choose(choice);
      return this.open;
    }
    const title = vscode.l10n.t('Destination Map');
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return this.take(vscode.window.createWebviewPanel(VIEW_TYPE, title, where, pageOptions(this.extension)), choice);
  }

  dispose(): void {
    this.serializer.dispose();
    this.open?.dispose();
  }

  private take(panel: vscode.WebviewPanel, choice: PanelChoice | undefined): MapPanel {
    // Of two that a window comes back with, one is kept.
    this.open?.panel.dispose();
    const opened = new MapPanel(panel, this.guidance, this.extension, choice);
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media/icon.svg');
    panel.onDidDispose(() => {
      opened.dispose();
      if (this.open === opened) this.open = undefined;
    });
    this.open = opened;
    return opened;
  }
}

/** What a page kept is not trusted to make sense. */
function choiceIn(state: unknown): PanelChoice | undefined {
  const choice = (state as { choice?: { root?: unknown; map?: unknown } } | undefined)?.choice;
  if (typeof choice?.root !== 'string') return undefined;
  return { root: choice.root, map: typeof choice.map === 'string' ? choice.map : undefined };
}
