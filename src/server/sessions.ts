import type { LocatedDiagnostic } from '../core/lint/finding.js';
import { MANIFEST } from '../core/model/manifest.js';
import { EarlyFindings, type SendEarly } from './early-findings.js';
import type { OpenRequest, ServerHost, Stirred } from './host.js';
import type { OpenDocument } from './open-documents.js';
import { Publisher } from './publisher.js';
import { RootSession } from './root-session.js';
import { pathIn, sameUri, uriIn } from './uris.js';

/** What the sessions tell and ask. */
export interface SessionOptions {
  readonly today?: string;
  /** How long findings wait for more changes, in milliseconds. */
  readonly debounce?: number;
  /** Whether the host has to watch, since the client cannot. */
  readonly watch: boolean;
  /** Whether findings are sent without being asked for. */
  readonly push: boolean;
  readonly send: (session: RootSession, path: string, found: readonly LocatedDiagnostic[]) => void;
  /** The same while the root is still being read. */
  readonly sendEarly: SendEarly;
  /** Runs the opening of a root with its progress shown. */
  readonly opening: (root: string, open: (request: OpenRequest) => Promise<void>) => Promise<void>;
  /** Told that something in a root may be another now, or that the root has come or gone. */
  readonly changed: (root: string) => void;
  readonly failed: (error: unknown) => void;
}

/** What is kept of one root. */
interface Served {
  readonly ready: Promise<RootSession | undefined>;
  /** What is said before that. */
  readonly early: EarlyFindings;
  /** Sends all findings, once more. */
  sayAgain(): Promise<void>;
  close(): void;
}

/** The guidance roots that are served: those in the client's folders, and those that open documents belong to. */
export class Sessions {
  private readonly served = new Map<string, Served>();
  private readonly open = new Map<string, OpenDocument>();
  /** The root that each open document was last found to belong to. */
  private readonly rootOf = new Map<string, Promise<string | undefined>>();
  private folders: readonly string[] = [];
  /** Done once the roots in the client's folders are there. */
  private taking: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ServerHost,
    private readonly options: SessionOptions,
  ) {}

  /** Takes the client's folders: roots in them are opened, and those that neither a folder nor a document needs are closed. */
  setFolders(folders: readonly string[]): Promise<void> {
    this.folders = folders;
    // One after the other: what was found first, and slowly, is not to close what was added since.
    const taken = this.taking.then(() => this.takeFolders());
    // What failed is told to whoever gave the folders.
    this.taking = taken.catch(() => undefined);
    return taken;
  }

  private async takeFolders(): Promise<void> {
    const found = await Promise.all(this.folders.map((folder) => this.rootsOf(folder)));
    const wanted = new Set(found.flat().map(sameUri));
    for (const rootOf of this.rootOf.values()) {
      const root = await rootOf;
      if (root !== undefined) wanted.add(root);
    }
    for (const [root, served] of [...this.served]) {
      if (wanted.has(root)) continue;
      this.served.delete(root);
      served.close();
    }
    // One after the other, so that what the client waits for has the machine to itself.
    for (const root of wanted) await this.session(root);
  }

  /** The session that a file belongs to, up to date, with the file's path in it. */
  async find(uri: string): Promise<{ session: RootSession; path: string } | undefined> {
    const root = await this.rootFor(uri);
    const session = root === undefined ? undefined : await this.session(root);
    const path = session?.pathOf(uri);
    if (!session || path === undefined) return undefined;
    await session.settle();
    return { session, path };
  }

  /** The session of a root that is served, up to date. */
  async of(root: string): Promise<RootSession | undefined> {
    await this.taking;
    const session = await this.served.get(sameUri(root))?.ready;
    await session?.settle();
    return session;
  }

  /** All sessions that are open, up to date. */
  async all(): Promise<readonly RootSession[]> {
    await this.taking;
    const sessions = (await Promise.all([...this.served.values()].map(({ ready }) => ready))).flatMap((session) => session ?? []);
    for (const session of sessions) await session.settle();
    return sessions;
  }

  /** Takes a document as the client has it now. */
  async textChanged(document: OpenDocument): Promise<void> {
    const uri = sameUri(document.uri);
    const opened = !this.open.has(uri);
    this.open.set(uri, document);
    if (opened) this.rootOf.set(uri, this.lookUp(uri));
    const root = await this.rootOf.get(uri);
    const path = root === undefined ? undefined : pathIn(root, uri);
    if (root === undefined || path === undefined) return;
    const { early, ready } = this.serving(root);
    // While each of the two is waited for, it may be typed on, or closed.
    const before = this.open.get(uri);
    if (before) early.textChanged(path, before);
    const session = await ready;
    const now = this.open.get(uri);
    if (now) session?.textChanged(path, now);
  }

  async closed(document: OpenDocument): Promise<void> {
    const uri = sameUri(document.uri);
    const root = await this.rootOf.get(uri);
    if (this.open.get(uri) !== document) return;
    this.open.delete(uri);
    this.rootOf.delete(uri);
    const path = root === undefined ? undefined : pathIn(root, uri);
    const served = root === undefined ? undefined : this.served.get(root);
    if (!served || path === undefined) return;
    served.early.closed(path);
    (await served.ready)?.textChanged(path, undefined);
  }

  /** Takes in that files may have changed. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    // A manifest that comes or goes makes folders roots, or no longer.
    const manifests = uris.filter((uri) => uri.endsWith(`/${MANIFEST}`));
    if (manifests.length > 0) await this.findAgain();
    for (const [root, { ready }] of this.served) {
      const stirred = new Set(uris.flatMap((uri) => pathIn(root, uri) ?? []));
      if (stirred.size > 0) (await ready)?.filesChanged(stirred);
    }
    if (manifests.length > 0) await this.sayAgain(manifests);
  }

  /** Files have gone from one root to another: what each says of them now has to be what the client was told last. */
  private async sayAgain(manifests: readonly string[]): Promise<void> {
    const concerned = [...this.served].filter(([root]) => manifests.some((uri) => pathIn(root, uri) !== undefined));
    // The outer one first, which takes back what it had said of files that are the inner one's now.
    for (const [, served] of concerned.sort(([a], [b]) => a.length - b.length)) await served.sayAgain();
  }

  /** Says everything once more, since it is to be shown in another way. */
  async repeat(): Promise<void> {
    for (const [root, served] of this.served) {
      await served.sayAgain();
      this.options.changed(root);
    }
  }

  close(): void {
    for (const served of this.served.values()) served.close();
    this.served.clear();
  }

  private async stirred(session: RootSession, stirred: Stirred): Promise<void> {
    if (stirred === 'everything') session.filesChanged(stirred);
    else await this.filesChanged([...stirred].map((path) => uriIn(session.uri, path)));
  }

  private async findAgain(): Promise<void> {
    const before = new Map<string, string | undefined>();
    for (const uri of this.open.keys()) {
      before.set(uri, await this.rootOf.get(uri));
      this.rootOf.set(uri, this.lookUp(uri));
    }
    await this.setFolders(this.folders);
    for (const uri of [...this.open.keys()]) {
      const root = await this.rootOf.get(uri);
      const old = before.get(uri);
      if (root === old) continue;
      const session = old === undefined ? undefined : await this.served.get(old)?.ready;
      const path = session?.pathOf(uri);
      if (path !== undefined) session?.textChanged(path, undefined);
      // Meanwhile it may have been typed on, or closed.
      const now = this.open.get(uri);
      if (now) await this.textChanged(now);
    }
  }

  private rootFor(uri: string): Promise<string | undefined> {
    return this.rootOf.get(sameUri(uri)) ?? this.lookUp(uri);
  }

  private async lookUp(uri: string): Promise<string | undefined> {
    const root = await this.host.rootOf(uri);
    return root === undefined ? undefined : sameUri(root);
  }

  private async rootsOf(folder: string): Promise<readonly string[]> {
    const [above, below] = await Promise.all([this.host.rootOf(folder), this.host.rootsIn(folder)]);
    return above === undefined ? below : [above, ...below];
  }

  private session(root: string): Promise<RootSession | undefined> {
    return this.serving(root).ready;
  }

  private serving(root: string): Served {
    const known = this.served.get(root);
    if (known) return known;
    const served = this.serve(root);
    this.served.set(root, served);
    return served;
  }

  private serve(root: string): Served {
    const { options } = this;
    let session: RootSession | undefined;
    let watch: { close(): void } | undefined;
    let closed = false;
    const publisher = new Publisher(() => session as RootSession, options.send, options.failed, options.debounce);
    const early = new EarlyFindings(options.sendEarly, options.failed);
    const changed = () => {
      if (options.push) publisher.schedule();
      options.changed(root);
    };
    const ready = this.openRoot(root, early, changed).then((opened) => {
      session = opened;
      if (!opened || closed) early.takeBack();
      // Once it is asked for again, it is opened again.
      if (!opened && this.served.get(root) === served) this.served.delete(root);
      if (!opened || closed) return opened;
      publisher.toldAlready(early.end());
      if (options.watch) watch = this.host.watch?.(root, (stirred) => void this.stirred(opened, stirred).catch(options.failed));
      if (options.push) publisher.schedule();
      options.changed(root);
      return opened;
    });
    const sayAgain = async () => {
      if ((await ready) && options.push && !closed) await publisher.again();
    };
    const close = () => {
      closed = true;
      watch?.close();
      early.takeBack();
      publisher.close();
      options.changed(root);
    };
    const served = { ready, early, sayAgain, close };
    return served;
  }

  /** Opens a root; undefined where that fails, which is told. */
  private async openRoot(root: string, early: EarlyFindings, changed: () => void): Promise<RootSession | undefined> {
    const { today, push } = this.options;
    const options = { ...(today === undefined ? {} : { today }), ...(push ? { look: early.begin } : {}) };
    let session: RootSession | undefined;
    try {
      await this.options.opening(root, async (request) => {
        const opened = await this.host.openRoot(root, { ...request, ...options });
        session = new RootSession(root, opened, changed);
      });
    } catch (error) {
      this.options.failed(error);
    }
    return session;
  }
}
