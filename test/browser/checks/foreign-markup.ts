import type { Page } from 'playwright-core';

/** Set by whatever of a document runs; see `trap`. */
interface Trapped {
  __ran: string[];
}

/** Makes a page remember what payloads usually call. Runs in the page before any of its own scripts. */
export function trap(): void {
  const target = window as unknown as Trapped & Record<string, unknown>;
  target.__ran = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch', 'xss', 'pwned']) {
    target[name] = (...args: unknown[]) => target.__ran.push(`${name}(${args.join(', ')})`);
  }
}

/** What of a document has become more than text on a page: things that run or load, or could, a line each. */
export function foreignMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const FORBIDDEN =
      'iframe, frame, object, embed, applet, base, style, template, math, foreignObject, animate, set, animateTransform, audio, video, source, portal, textarea, marquee, [style], [srcdoc], [formaction], [ping], [is]';
    const ADDRESSES = ['href', 'xlink:href', 'src', 'action', 'data', 'poster', 'background', 'cite', 'srcset'];
    const tag = (element: Element) => element.outerHTML.slice(0, 200);
    const found: string[] = (window as unknown as Trapped).__ran.map((what) => `ran: ${what}`);
    for (const element of document.querySelectorAll(FORBIDDEN)) found.push(`holds ${tag(element)}`);
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`has a handler: ${tag(element)}`);
      for (const name of ADDRESSES) {
        const value = element.getAttribute(name);
        if (value !== null && !isHarmless(value)) found.push(`leads to “${value.slice(0, 100)}”: ${tag(element)}`);
      }
    }
    for (const script of document.scripts) {
      if (script.type === 'application/ld+json') found.push(...badData(script.text));
      else if (!script.src.startsWith(location.origin) || script.text.trim() !== '') found.push(`has a script: ${tag(script)}`);
    }
    for (const form of document.forms) if (!form.action.startsWith(location.origin)) found.push(`has a form: ${tag(form)}`);
    for (const meta of document.querySelectorAll('meta[http-equiv]')) {
      if (!/^(content-security-policy|refresh)$/i.test(meta.getAttribute('http-equiv') ?? '')) found.push(`has ${tag(meta)}`);
    }
    for (const image of document.images) if (!image.src.startsWith(location.origin)) found.push(`loads ${tag(image)}`);
    return found;

    function isHarmless(value: string): boolean {
      // What is no address leads nowhere.
      if (!URL.canParse(value, location.href)) return /^https?:/i.test(value);
      return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(value, location.href).protocol);
    }
    function badData(text: string): string[] {
      try {
        JSON.parse(text);
        return [];
      } catch (error) {
        return [`has data that cannot be read: ${error}`];
      }
    }
  });
}
