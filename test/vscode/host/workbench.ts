import type { FrameLocator, Locator, Page } from 'playwright-core';
import { screenshot } from './artifacts.js';

/** How long an effect may take to show, in milliseconds. */
const PATIENCE = 30_000;
/** After how long a key is pressed again whose effect does not show, in milliseconds. */
const AGAIN = 2_000;
/** So long a box that was opened is given to offer what is looked for, in milliseconds. */
const OFFERED = 8_000;

/** The workbench of VS Code in a page, used as a person does. */
export class Workbench {
  private shots = 0;

  constructor(
    readonly page: Page,
    /** The path of the folder that is open. */
    readonly folder: string,
    private readonly name: string,
  ) {
    page.setDefaultTimeout(PATIENCE);
  }

  /**
   * Presses a key until its effect shows: one that comes while the workbench moves its focus is lost.
   * @param key as Playwright names it
   * @param effect what the key makes visible
   */
  async press(key: string, effect: Locator): Promise<void> {
    for (const end = Date.now() + PATIENCE; ; ) {
      await this.page.keyboard.press(key);
      try {
        return await effect.first().waitFor({ state: 'visible', timeout: AGAIN });
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Runs a command by its title, as the command palette shows it. */
  async command(title: string): Promise<void> {
    await this.choose('F1', `>${title}`, title);
  }

  /** Opens a file by its name. */
  async open(name: string): Promise<void> {
    await this.choose('Control+p', name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /**
   * Writes into the box that a key opens, and takes the first answer with a text in it. What the box offers is settled when
   * it opens: where that was too soon for an extension that had still to start, it is opened again.
   */
  private async choose(key: string, text: string, answer: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    const found = this.page.locator('.quick-input-list .monaco-list-row', { hasText: answer }).first();
    for (const end = Date.now() + PATIENCE; ; ) {
      await this.press(key, input);
      await input.fill(text);
      try {
        await found.waitFor({ timeout: OFFERED });
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.page.keyboard.press('Escape');
        await input.waitFor({ state: 'hidden' });
      }
    }
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** The rows of the view or list that are shown below an element. */
  rows(within: string, text?: string): Locator {
    return this.page.locator(`${within} .monaco-list-row`, text === undefined ? {} : { hasText: text });
  }

  /** Shows a container of views. */
  async openViews(title: string): Promise<void> {
    await this.page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).first().click();
    await this.page.locator('.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /**
   * The document of a webview.
   * @param title the beginning of its name, where more than one is open
   */
  webview(title?: string): FrameLocator {
    const outer =
      title === undefined ? 'iframe.webview.ready' : `iframe.webview.ready[title^="${title}"], iframe.webview.ready[name^="${title}"]`;
    return this.page.frameLocator(outer).frameLocator('#active-frame');
  }

  /** Takes a picture, to be looked at: `test/vscode/.artifacts/ui/`. */
  async shot(name: string): Promise<void> {
    await screenshot(this.page, `ui/${this.name}-${String(++this.shots).padStart(2, '0')}-${name}`);
  }
}
