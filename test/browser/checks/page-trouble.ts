import type { Page } from 'playwright-core';

const EVENTS = ['console', 'pageerror', 'request', 'requestfailed', 'response', 'dialog', 'popup'];

/**
 * Listens to a page from now on; whoever listened before does so no longer.
 * @param home what every address that it may load begins with
 * @returns a list that fills with what goes wrong: errors, broken rules of its policy, failed loads, dialogs, requests that leave the site
 */
export function listenTo(page: Page, home: string): string[] {
  const trouble: string[] = [];
  for (const event of EVENTS) page.removeAllListeners(event);
  page.on('console', (message) => {
    // Chromium tells broken rules of the Content-Security-Policy as errors in the console.
    if (['error', 'warning'].includes(message.type())) trouble.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    if (!staysIn(home, request.url())) trouble.push(`a request leaves the site: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Ended by the test itself, which has gone on to the next page.
    if (reason !== 'net::ERR_ABORTED') trouble.push(`not loaded: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`answered with ${response.status()}: ${response.url()}`);
  });
  page.on('dialog', (dialog) => {
    trouble.push(`a dialog opened: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => trouble.push(`a window opened: ${popup.url()}`));
  return trouble;
}

function staysIn(home: string, address: string): boolean {
  return address.startsWith(home) || address.startsWith('data:');
}
