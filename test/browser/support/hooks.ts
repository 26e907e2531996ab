import { closeBrowser } from '../../support/browser.js';
import { cleanUp } from '../../support/cli.js';
import { removeSites } from './site.js';

/** What all tests share is made on first use, and taken away when they are over. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    await closeBrowser();
    await removeSites();
    cleanUp();
  },
};
