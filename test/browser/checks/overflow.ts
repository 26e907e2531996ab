import type { Page } from 'playwright-core';

/** The spacing that WCAG 2.2 (1.4.12, text spacing) says a page must bear. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Spaces the text of a page as a reader may. A style sheet made by script is what the page's policy lets through. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPACING);
}

/** Whether the page has to be scrolled sideways, and what sticks out. */
export async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    const names = wide.slice(0, 4).map((element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
    return [`is ${scrollWidth} px wide in a window of ${clientWidth} px: ${names.join(', ')}`];
  });
}

/** Text that its own box cuts off without a way to scroll to it. */
export async function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((element) => {
      const style = getComputedStyle(element);
      const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      const visible = element.clientWidth > 1 && element.clientHeight > 1 && style.visibility === 'visible';
      const tooLarge = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      return hides && visible && tooLarge && element.namespaceURI === 'http://www.w3.org/1999/xhtml' && element.innerText.trim() !== '';
    });
    return clipped.map(
      (element) => `<${element.localName} class="${element.className}"> cuts its text off: ${element.innerText.slice(0, 60)}`,
    );
  });
}
