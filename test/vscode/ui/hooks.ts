import { closeBrowser } from '../../support/browser.js';
import { cleanUp } from '../../support/cli.js';
import { stopSharedHosts } from '../host/with-workbench.js';

/** What all checks share is made on first use, and taken away when they are over. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    await closeBrowser();
    await stopSharedHosts();
    cleanUp();
  },
};
