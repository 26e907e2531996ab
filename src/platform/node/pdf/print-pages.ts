import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentType } from '../site/content-type.js';
import { assertSitePath } from '../site/site-path.js';
import { type Answer, DevTools } from './devtools.js';

/** What printing pages of a site needs. */
export interface PrintRequest {
  /** The program of the browser. */
  readonly program: string;
  /** The folder of the site. */
  readonly folder: string;
  /** The address of the site, ending in `/`: links in the PDF lead there. Without one only links within the page stay. */
  readonly address: string | undefined;
  /** The day that the PDF says it was made on, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Where a site stands that has no address: a name that is never given to a host (RFC 2606). */
const NOWHERE = 'https://guidance.invalid/';

/** A4 with room for the number of the page, in inches. */
const PAPER = { paperWidth: 8.27, paperHeight: 11.69, marginTop: 0.6, marginBottom: 0.8, marginLeft: 0.7, marginRight: 0.7 };
const FOOTER =
  '<div style="width: 100%; font-size: 8pt; text-align: center; font-family: sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** What a page does before it is printed: its pictures and type are waited for, and links to nowhere are taken away. */
const READY = `(async () => {
  await document.fonts.ready;
  for (const link of document.querySelectorAll('a[href]')) {
    const { origin, pathname } = new URL(link.href);
    if (origin === ${JSON.stringify(new URL(NOWHERE).origin)} && pathname !== location.pathname) link.removeAttribute('href');
  }
})()`;

/** A browser that prints pages of a site as PDF: tagged, with an outline, and a number on each sheet. */
export class PagePrinter {
  private constructor(
    private readonly tools: DevTools,
    private readonly request: PrintRequest,
  ) {}

  /** @throws UsageError where the browser does not start */
  static async start(request: PrintRequest): Promise<PagePrinter> {
    const tools = await DevTools.start(request.program);
    const printer = new PagePrinter(tools, request);
    // The browser is given the files of the site under its address, and nothing else: no request leaves the machine.
    tools.on('Fetch.requestPaused', (paused) => void printer.answer(paused).catch(() => undefined));
    await tools.send('Page.enable');
    await tools.send('Page.setLifecycleEventsEnabled', { enabled: true });
    await tools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    return printer;
  }

  /** Prints a page, named from the root of the site. The same page gives the same bytes in the same browser. */
  async print(page: string): Promise<Uint8Array> {
    const { frameTree } = (await this.tools.send('Page.getFrameTree')) as { frameTree: { frame: { loaderId: string } } };
    // An event of the page before may still be on its way.
    const loaded = this.tools.next('Page.lifecycleEvent', ({ name, loaderId }) => name === 'load' && loaderId !== frameTree.frame.loaderId);
    // Where going there fails, nobody waits for it any more.
    loaded.catch(() => undefined);
    const { errorText } = await this.tools.send('Page.navigate', { url: this.base + page.split('/').map(encodeURIComponent).join('/') });
    if (errorText !== undefined) throw new Error(`The browser could not open “${page}” of the site: ${String(errorText)}.`);
    await loaded;
    await this.tools.send('Runtime.evaluate', { expression: READY, awaitPromise: true });
    const { stream } = await this.tools.send('Page.printToPDF', {
      ...PAPER,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      transferMode: 'ReturnAsStream',
    });
    return withDay(await this.read(String(stream)), this.request.today);
  }

  async close(): Promise<void> {
    await this.tools.close();
  }

  private get base(): string {
    return this.request.address ?? NOWHERE;
  }

  private async read(handle: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (;;) {
      const { data, eof, base64Encoded } = await this.tools.send('IO.read', { handle });
      parts.push(Buffer.from(String(data), base64Encoded ? 'base64' : 'utf8'));
      if (eof) return Buffer.concat(parts);
    }
  }

  private async answer({ requestId, request }: Answer): Promise<void> {
    const { url } = request as { url: string };
    const path = url.startsWith(this.base) ? decodeURIComponent(url.slice(this.base.length).replace(/[?#].*$/s, '')) : undefined;
    const body = path === undefined ? undefined : this.fileAt(path);
    if (path === undefined || body === undefined) {
      await this.tools.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const responseHeaders = [{ name: 'content-type', value: contentType(path) }];
    await this.tools.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body: body.toString('base64') });
  }

  private fileAt(path: string): Buffer | undefined {
    try {
      assertSitePath(path);
      const file = join(this.request.folder, path);
      return statSync(file).isFile() ? readFileSync(file) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** A PDF that says another day than the clock's: dates are of one length, so nothing else in the file moves (ISO 32000-1, 7.9.4). */
function withDay(pdf: Buffer, today: string): Buffer {
  const day = `(D:${today.replaceAll('-', '')}000000+00'00')`;
  const text = pdf
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) ?)(\(D:\d{14}[+-]\d\d'\d\d'\))/g, (whole, name: string, date: string) =>
      date.length === day.length ? name + day : whole,
    );
  return Buffer.from(text, 'latin1');
}
