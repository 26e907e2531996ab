import type { Page } from 'playwright-core';

/**
 * Has the workbench that a page opens next run a served extension and its tests in the host inside the browser.
 * The server has no option for it, and what a window's address can say is about extensions that the server reads; so what the
 * workbench finds in its page is changed before it looks.
 * @param authority the host and port that they are served at
 * @param tests the tests' path there
 */
export async function developInWeb(page: Page, authority: string, tests: string): Promise<void> {
  const uri = (path: string) => ({ scheme: 'http', authority, path });
  await page.addInitScript(
    (options) => {
      const observer = new MutationObserver(() => {
        const element = document.getElementById('vscode-workbench-web-configuration');
        const json = element?.getAttribute('data-settings');
        if (!element || !json) return;
        observer.disconnect();
        const configuration = JSON.parse(json);
        const developmentOptions = { ...configuration.developmentOptions, ...options };
        element.setAttribute('data-settings', JSON.stringify({ ...configuration, developmentOptions }));
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    { extensions: [uri('/')], extensionTestsPath: uri(tests) },
  );
}
