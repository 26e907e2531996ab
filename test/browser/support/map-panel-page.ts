import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { panelPage } from '../../../src/extension/map-panel/page.js';
import type { FromPanel, PanelElement, ToPanel } from '../../../src/map/panel/messages.js';
import type { PanelWords } from '../../../src/map/panel/words.js';
import type { DestinationMapView } from '../../../src/map/types.js';
import { inContext } from '../../support/browser.js';
import { buildOnce, PROJECT } from '../../support/cli.js';
import { EDITOR_THEMES } from '../../support/editor-themes.js';
import { serve } from '../../support/serve.js';

/** How a panel is opened. */
export interface PanelOptions extends BrowserContextOptions {
  /** One of {@link EDITOR_THEMES}. */
  readonly theme?: string;
  /** What a panel before it kept. */
  readonly kept?: unknown;
}

/** The panel's page without an editor round it: what it says is kept, and it is told what the test wants. */
export class MapPanelPage {
  constructor(readonly page: Page) {}

  async tell(message: ToPanel): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data), message as never);
  }

  /** Shows a view, and waits until it is drawn. */
  async show(view: DestinationMapView): Promise<void> {
    const map = `application/${view.application?.key}`;
    const maps = [{ id: map, title: view.application?.title ?? '' }];
    await this.tell({ type: 'map', roots: [{ uri: 'file:///root', title: 'Root', maps }], chosen: { root: 'file:///root', map }, view });
    await this.drawn();
  }

  async at(element: PanelElement | undefined): Promise<void> {
    await this.tell({ type: 'element', element });
    await this.drawn();
  }

  /** Waits for the next time that the screen is drawn, and the one after. */
  async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  /** What it has said to the editor, but for that it is ready. */
  async said(): Promise<FromPanel[]> {
    const said = await this.page.evaluate(() => (window as unknown as { said: unknown[] }).said);
    return (said as FromPanel[]).filter(({ type }) => type !== 'ready');
  }

  /** What it keeps for the next time. */
  kept(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as { kept: unknown }).kept);
  }
}

/** Opens the panel's page, as it is built, and tells it its words. */
export async function withMapPanel<T>(
  { theme = 'light', kept, ...options }: PanelOptions,
  work: (panel: MapPanelPage) => Promise<T>,
): Promise<T> {
  buildOnce();
  const folder = mkdtempSync(join(tmpdir(), 'dmap-panel-'));
  cpSync(join(PROJECT, 'dist/webview'), folder, { recursive: true });
  const page = panelPage({ script: 'map-panel.js', styles: 'map-panel.css', source: "'self'", nonce: 'abc' });
  const look = EDITOR_THEMES[theme];
  const variables = Object.entries(look?.variables ?? {}).map(([name, value]) => `--vscode-${name}:${value};`);
  // As the editor does it: classes on the body, variables on the root before any script runs.
  writeFileSync(join(folder, 'index.html'), page.replace('<body>', `<body class="${look?.class}">`));
  const served = await serve(folder);
  try {
    return await inContext({ reducedMotion: 'reduce', ...options }, async (context) => {
      await context.addInitScript(prepare, { kept, variables: variables.join('') });
      const opened = await context.newPage();
      await opened.goto(served.address);
      const panel = new MapPanelPage(opened);
      await panel.tell({ type: 'words', words: WORDS });
      return work(panel);
    });
  } finally {
    await served.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page, before its script. */
function prepare({ kept, variables }: { kept: unknown; variables: string }): void {
  const page = window as unknown as Record<string, unknown>;
  const said: unknown[] = [];
  page['said'] = said;
  page['kept'] = kept;
  page['acquireVsCodeApi'] = () => ({
    postMessage: (message: unknown) => said.push(message),
    getState: () => kept,
    setState: (state: unknown) => {
      page['kept'] = state;
    },
  });
  new MutationObserver((_, observer) => {
    if (!document.documentElement) return;
    document.documentElement.style.cssText = variables;
    observer.disconnect();
  }).observe(document, { childList: true });
}

/** English words, as the extension has them. */
export const WORDS: PanelWords = {
  map: 'Destination Map',
  chooseMap: 'Map of',
  showMissing: 'Show what is missing',
  filter: 'Filter',
  atCursor: 'At the cursor: {0}',
  toWrite: 'Still to be written',
  nothingToWrite: 'Nothing is left to be written here: every criterion is covered.',
  toBeWritten: 'Still to be written: {0}.',
  oneCriterion: 'guidance on 1 criterion',
  criteria: 'guidance on {0} criteria',
  oneSection: '1 section',
  sections: '{0} sections',
  and: '{0} and {1}',
  showList: 'Go to the list',
  noGuidance: 'No guidance yet.',
  planned: 'No guidance yet; it is planned.',
  draft: 'Written, and still a draft.',
  partMissing: 'Part {0}, {1}, is missing.',
  writeIt: 'Write it',
  writeThat: 'Write it: {0}',
  listTitle: 'Criteria',
  matrixTitle: 'Attributes and core domains',
  legendTitle: 'How to read the map',
  wordsTitle: 'The map in words',
  keys: 'On the map, arrow keys go round the criteria.',
  noMap: 'There is no map to show yet.',
  noGuidanceOpen: 'There is no guidance in what is open.',
  newFolder: 'New Guidance Folder',
};
