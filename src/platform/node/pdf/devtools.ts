import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { UsageError } from '../usage-error.js';

/** What comes back from the browser: an answer, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** What a command of the protocol gives. */
export type Answer = Readonly<Record<string, unknown>>;

/** Nothing that the browser does of its own accord may reach a network. */
const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** A browser that takes longer for one step does not answer any more. In milliseconds. */
const LONGEST = 120_000;
/** It is ended by force where it does not end by itself. In milliseconds. */
const LONGEST_END = 5000;

/** A browser without a window, spoken to by the Chrome DevTools Protocol over pipes: no port is opened. */
export class DevTools {
  private readonly answers = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  private readonly listeners = new Map<string, (params: Answer) => void>();
  private sent = 0;
  private received = '';
  private session: string | undefined;
  private failure: Error | undefined;

  private constructor(
    private readonly program: string,
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    child.on('error', () => this.fail());
    child.on('exit', () => this.fail());
    const [, , , to, from] = child.stdio;
    (to as Writable).on('error', () => this.fail());
    (from as Readable).setEncoding('utf8').on('data', (text: string) => this.receive(text));
  }

  /**
   * Starts a browser with one empty page.
   * @throws UsageError where it does not start
   */
  static async start(program: string): Promise<DevTools> {
    const profile = mkdtempSync(join(tmpdir(), 'dmap-browser-'));
    // Chromium refuses to run its sandbox for the superuser.
    const own = [`--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    // What it keeps for all profiles goes away with this one.
    const env = { ...process.env, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile };
    const child = spawn(program, [...ARGUMENTS, ...own, 'about:blank'], { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const tools = new DevTools(program, child, profile);
    try {
      const { targetId } = await tools.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await tools.send('Target.attachToTarget', { targetId, flatten: true });
      tools.session = String(sessionId);
      return tools;
    } catch (error) {
      await tools.close();
      throw error;
    }
  }

  /** Sends a command, and gives its answer. */
  async send(method: string, params: object = {}): Promise<Answer> {
    if (this.failure) throw this.failure;
    const id = ++this.sent;
    let timer: NodeJS.Timeout | undefined;
    const answered = new Promise<Answer>((resolve, reject) => {
      this.answers.set(id, { resolve, reject });
      timer = setTimeout(() => this.fail(), LONGEST);
    });
    const message = { id, method, params, ...(this.session === undefined ? {} : { sessionId: this.session }) };
    (this.child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return answered.finally(() => clearTimeout(timer));
  }

  /** Calls back for every event of a name; one listener a name. */
  on(event: string, listener: (params: Answer) => void): void {
    this.listeners.set(event, listener);
  }

  /** Waits for an event that fits: asked for before what brings it about. One wait or listener a name. */
  async next(event: string, fits: (params: Answer) => boolean): Promise<void> {
    const id = ++this.sent;
    let timer: NodeJS.Timeout | undefined;
    const come = new Promise<Answer>((resolve, reject) => {
      this.answers.set(id, { resolve, reject });
      timer = setTimeout(() => this.fail(), LONGEST);
      this.on(event, (params) => {
        if (fits(params)) resolve(params);
      });
    });
    await come.finally(() => {
      clearTimeout(timer);
      this.answers.delete(id);
    });
  }

  /** Ends the browser, and takes away what it kept. */
  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined) resolve();
      else this.child.once('exit', () => resolve());
    });
    // Asked to, it ends its own processes first, which would go on writing into its folder otherwise.
    this.session = undefined;
    if (this.failure) this.child.kill('SIGKILL');
    else this.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), LONGEST_END);
    await ended;
    clearTimeout(timer);
    try {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // What was made is there: it does not fail for a folder among the temporary ones.
    }
  }

  private receive(text: string): void {
    const messages = (this.received + text).split('\0');
    this.received = messages.pop() ?? '';
    for (const message of messages) this.take(JSON.parse(message) as Message);
  }

  private take({ id, method, params = {}, result = {}, error }: Message): void {
    if (id === undefined) {
      if (method !== undefined) this.listeners.get(method)?.(params);
      return;
    }
    const waiting = this.answers.get(id);
    this.answers.delete(id);
    if (error) waiting?.reject(new Error(`The browser answered: ${error.message}`));
    else waiting?.resolve(result);
  }

  private fail(): void {
    this.failure ??= new UsageError(
      `The browser “${this.program}” did not start, or stopped on the way. Name another Chromium, Chrome or Edge with DMAP_CHROMIUM.`,
    );
    for (const { reject } of this.answers.values()) reject(this.failure);
    this.answers.clear();
  }
}
