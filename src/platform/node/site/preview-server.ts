import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONTENT_SECURITY_POLICY } from '../../../site/frame/head.js';
import { encodedPath } from '../../../site/href.js';
import { UsageError } from '../usage-error.js';
import { RootWatch, type Stirred } from '../watch-root.js';
import { contentType } from './content-type.js';
import { PREVIEW_PREFIX } from './preview-pages.js';
import { digestOfAnswer, type PreviewAnswer, type PreviewSession } from './preview-session.js';

/** How a preview is served. */
export interface ServeOptions {
  /** The guidance folder, which is watched. */
  readonly root: string;
  /** The script that pages of the preview have. */
  readonly script: string;
  /** Exactly this port (0 for any that is free); the first free one from 4321 on where it is not given. */
  readonly port?: number;
  /** Told of what goes wrong while a change is taken in. */
  readonly failed?: (error: unknown) => void;
}

/** Nobody but this machine is served. */
const HOST = '127.0.0.1';
const FIRST_PORT = 4321;
const PORTS_TO_TRY = 20;
/** Tells proxies and browsers now and then that the stream is alive. In milliseconds. */
const HEARTBEAT = 25_000;

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** What the pages may do, and what the preview's own script needs besides. */
const POLICY = `${CONTENT_SECURITY_POLICY}; connect-src 'self'`;
/** Files of the guidance folder are shown, and nothing in them runs. */
const FOREIGN_POLICY = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A browser's page that waits to be told of changes. */
interface Listener {
  readonly page: string;
  readonly response: ServerResponse;
  shown: string;
}

/** Serves a preview to the browsers of this machine, and tells them when the page that they show has changed. */
export class PreviewServer {
  private readonly server: Server;
  private readonly listeners = new Set<Listener>();
  /** Each page as it was last sent: what a browser shows that begins to listen. */
  private readonly sent = new Map<string, string>();
  private watch: RootWatch | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private changes: Promise<void> = Promise.resolve();
  private catchingUp = false;

  private constructor(
    private readonly session: PreviewSession,
    private readonly options: ServeOptions,
  ) {
    this.server = createServer((request, response) => this.handle(request, response));
  }

  /**
   * Starts serving and watching.
   * @throws UsageError where the port is taken
   */
  static async start(session: PreviewSession, options: ServeOptions): Promise<PreviewServer> {
    const preview = new PreviewServer(session, options);
    await preview.listen();
    preview.watch = new RootWatch(options.root, (stirred) => preview.stirred(stirred));
    preview.heartbeat = setInterval(() => {
      preview.tellAll(': still here\n\n');
      preview.catchUp();
    }, HEARTBEAT);
    return preview;
  }

  /** The address of the home page. */
  get address(): string {
    return `http://${HOST}:${this.port}/`;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends the watching and the serving, with every stream that is open. */
  async close(): Promise<void> {
    this.watch?.close();
    clearInterval(this.heartbeat);
    for (const { response } of this.listeners) response.end();
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await Promise.all([closed, this.changes]);
  }

  private async listen(): Promise<void> {
    const { port } = this.options;
    const ports = port === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, index) => FIRST_PORT + index) : [port];
    for (const one of ports) if (await this.tryPort(one)) return;
    throw new UsageError(
      port === undefined
        ? `The ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} are all taken. Name a free one with “--port”.`
        : `The port ${port} is taken, or may not be used. Name another one, or leave out “--port”.`,
    );
  }

  private tryPort(port: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
        else reject(error);
      };
      this.server.once('error', failed);
      this.server.listen(port, HOST, () => {
        this.server.off('error', failed);
        resolve(true);
      });
    });
  }

  private stirred(stirred: Stirred): void {
    this.takeIn(() => this.session.change(stirred));
  }

  /** Looks for what no file tells of: when somebody reads, and now and then. */
  private catchUp(): void {
    if (this.catchingUp) return;
    this.catchingUp = true;
    this.takeIn(() => this.session.catchUp().finally(() => (this.catchingUp = false)));
  }

  /** Changes are taken in one after the other. */
  private takeIn(change: () => Promise<boolean>): void {
    this.changes = this.changes
      .then(async () => {
        if (await change()) this.tellChanged();
      })
      .catch((error: unknown) => this.options.failed?.(error));
  }

  /** Tells each browser whether the page that it shows is another now; if it is not, that the findings may be others. */
  private tellChanged(): void {
    for (const listener of this.listeners) {
      const now = digestOfAnswer(this.session.answer(listener.page));
      listener.response.write(now === listener.shown ? event('findings') : event('reload'));
      listener.shown = now;
    }
  }

  private tellAll(text: string): void {
    for (const { response } of this.listeners) response.write(text);
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', POLICY);
    const address = addressOf(request.url);
    if (!this.isOurs(request.headers.host)) refuse(response, 403, 'This preview answers to its own address only.');
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'A preview can only be read.');
    } else if (!address) refuse(response, 400, 'This address cannot be read.');
    else if (`/${address.path}`.startsWith(PREVIEW_PREFIX)) this.ownAddress(address, request, response);
    else this.sitePage(address.path, request, response);
  }

  /** A page of another site could have its name lead here (DNS rebinding): only our own names are answered to. */
  private isOurs(host: string | undefined): boolean {
    const [, name, port] = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/i.exec(host ?? '') ?? [];
    return name !== undefined && Number(port ?? 80) === this.port;
  }

  private ownAddress({ path, query }: Address, request: IncomingMessage, response: ServerResponse): void {
    const page = pageOf(query.get('page') ?? '');
    const name = `/${path}`.slice(PREVIEW_PREFIX.length);
    if (name === 'preview.js') send(request, response, 200, 'preview.js', this.options.script);
    else if (name === 'findings') this.findings(page, request, response);
    else if (name === 'events') this.listener(page, request, response);
    else refuse(response, 404, 'There is nothing here.');
  }

  private findings(page: string, request: IncomingMessage, response: ServerResponse): void {
    try {
      send(request, response, 200, 'findings.json', JSON.stringify(this.session.findings(page)));
    } catch (error) {
      this.options.failed?.(error);
      refuse(response, 500, 'The guidance could not be checked.');
    }
  }

  private listener(page: string, request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const now = digestOfAnswer(this.session.answer(page));
    const shown = this.sent.get(page) ?? now;
    const listener = { page, response, shown: now };
    this.listeners.add(listener);
    response.on('close', () => this.listeners.delete(listener));
    // It may have changed between being sent and being listened for.
    response.write(`retry: 1000\n\n${shown === now ? '' : event('reload')}`);
  }

  private sitePage(path: string, request: IncomingMessage, response: ServerResponse): void {
    const page = pageOf(path);
    const answer = this.session.answer(page);
    if (answer.status === 404 && !path.endsWith('/') && this.session.has(`${path}/index.html`)) {
      response.writeHead(302, { Location: `/${encodedPath(path)}/` });
      response.end();
      return;
    }
    sendAnswer(request, response, answer);
    if (!page.endsWith('.html')) return;
    this.sent.set(page, digestOfAnswer(answer));
    // Whoever has committed looks at a page next; where it has become another by that, its script is told.
    this.catchUp();
  }
}

/** An address as a path of the site and a query. */
interface Address {
  /** Without the `/` at its beginning. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Reads an address; only what is planned is ever served, so that a path that leads elsewhere leads to nothing. */
function addressOf(url: string | undefined): Address | undefined {
  const [path = '', ...query] = (url ?? '').split('?');
  try {
    return path.startsWith('/') ? { path: decodeURIComponent(path.slice(1)), query: new URLSearchParams(query.join('?')) } : undefined;
  } catch {
    return undefined;
  }
}

/** The page that a path stands for: a folder's is its index. */
function pageOf(path: string): string {
  const page = path.replace(/^\//, '');
  return page === '' || page.endsWith('/') ? `${page}index.html` : page;
}

function event(name: 'reload' | 'findings'): string {
  return `event: ${name}\ndata: {}\n\n`;
}

function sendAnswer(request: IncomingMessage, response: ServerResponse, { status, content, path, foreign }: PreviewAnswer): void {
  if (foreign)
    response.setHeader('Content-Security-Policy', /\.(?:html?|svg|xml|xhtml)$/i.test(path) ? `${FOREIGN_POLICY}; sandbox` : FOREIGN_POLICY);
  send(request, response, status, path, content);
}

function send(request: IncomingMessage, response: ServerResponse, status: number, path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  response.writeHead(status, { 'Content-Type': contentType(path), 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
