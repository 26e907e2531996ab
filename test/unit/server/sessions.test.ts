import { strict as assert } from 'node:assert';
import type { LocatedDiagnostic } from '../../../src/core/lint/finding.js';
import type { TakeFirstLook } from '../../../src/core/root/first-look.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import type { ServedRoot, ServerHost } from '../../../src/server/host.js';
import type { OpenDocument } from '../../../src/server/open-documents.js';
import { Sessions } from '../../../src/server/sessions.js';

describe('the roots that a server keeps', () => {
  it('are those of the folders that were given last, however long it takes to look into others', async () => {
    let found = () => {};
    const looking = new Promise<void>((resolve) => {
      found = resolve;
    });
    const host: ServerHost = {
      rootOf: async () => undefined,
      rootsIn: async (folder) => {
        if (folder.endsWith('slow')) await looking;
        return [folder];
      },
      openRoot: async () => ({}) as ServedRoot,
      rulePage: () => undefined,
      version: '',
    };
    const sessions = new Sessions(host, {
      watch: false,
      push: false,
      send: () => undefined,
      sendEarly: () => undefined,
      opening: (_root, open) => open({}),
      changed: () => undefined,
      failed: (error) => assert.fail(String(error)),
    });
    const given = [sessions.setFolders(['file:///slow']), sessions.setFolders(['file:///quick'])];
    setTimeout(found, 20);
    await Promise.all(given);
    assert.deepEqual(
      (await sessions.all()).map(({ uri }) => uri),
      ['file:///quick'],
    );
  });
});

const ROOT = 'file:///guidance';
const PAGE = `${ROOT}/page.md`;

/** A root that is opened step by step, and what is said of it meanwhile. */
class SlowRoot {
  readonly said: string[] = [];
  readonly failures: string[] = [];
  readonly sessions: Sessions;
  /** Lets the settings be read, and the look be taken. */
  settings!: () => Promise<void>;
  /** Ends the reading. */
  read!: (outcome: ServedRoot | Error) => void;

  constructor(push = true) {
    const openRoot = (_root: string, { look }: { look?: TakeFirstLook }) =>
      new Promise<ServedRoot>((resolve, reject) => {
        this.settings = async () => look?.((path, { text }) => [named(`early ${text}`, path)]);
        this.read = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
      });
    const say = (uri: string, found: readonly LocatedDiagnostic[]) => {
      this.said.push(`${uri.slice(ROOT.length + 1)}: ${found.map(({ message }) => message).join()}`);
    };
    const host: ServerHost = { rootOf: async () => ROOT, rootsIn: async () => [ROOT], openRoot, rulePage: () => undefined, version: '' };
    this.sessions = new Sessions(host, {
      watch: false,
      push,
      debounce: 0,
      send: (session, path, found) => say(session.uriOf(path), found),
      sendEarly: ({ uri }, found) => say(uri, found),
      opening: (_root, open) => open({}),
      changed: () => undefined,
      failed: (error) => this.failures.push(String(error)),
    });
  }

  /** Waits until something has been said so often. */
  async toldTimes(count: number): Promise<void> {
    for (let tries = 0; this.said.length < count && tries < 500; tries++) await aMoment();
    // What is said too often comes at once.
    await aMoment();
  }

  /** Opens a document, or types in it; not waiting for the root. */
  async type(text: string, version: number): Promise<void> {
    const document: OpenDocument = { uri: PAGE, languageId: 'markdown', version, source: new SourceText('page.md', text) };
    void this.sessions.textChanged(document);
    await aMoment();
  }
}

function named(message: string, path = 'page.md'): LocatedDiagnostic {
  return { path, message } as LocatedDiagnostic;
}

/** A root that is read, and says one thing of the page or nothing. */
function known(message?: string): ServedRoot {
  const report = message === undefined ? new Map() : new Map([['page.md', [named(message)]]]);
  return {
    report: () => report,
    setText: async () => ({ paths: [] }),
    prepare: () => true,
    snapshot: { types: new Map(), markdown: [] },
  } as unknown as ServedRoot;
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a root that takes long to read', () => {
  it('says of open documents what they are in themselves, and what the report says in its place', async () => {
    const root = new SlowRoot();
    await root.type('one', 1);
    await root.settings();
    await root.type('two', 2);
    root.read(known('all there is'));
    await root.toldTimes(3);
    assert.deepEqual(root.said, ['page.md: early one', 'page.md: early two', 'page.md: all there is']);
  });

  it('takes back what was said where the report says nothing', async () => {
    const root = new SlowRoot();
    await root.type('one', 1);
    await root.settings();
    root.read(known());
    await root.toldTimes(2);
    assert.deepEqual(root.said, ['page.md: early one', 'page.md: ']);
  });

  it('takes it back where the reading fails, and is read anew when it is asked for again', async () => {
    const root = new SlowRoot();
    await root.type('one', 1);
    await root.settings();
    root.read(new Error('It cannot be read.'));
    await root.toldTimes(2);
    assert.deepEqual(root.said, ['page.md: early one', 'page.md: ']);
    assert.deepEqual(root.failures, ['Error: It cannot be read.']);
    await root.type('two', 2);
    root.read(known('all there is'));
    await root.toldTimes(3);
    assert.deepEqual(root.said.slice(2), ['page.md: all there is']);
  });

  it('takes it back when its folder and its document are closed meanwhile', async () => {
    const root = new SlowRoot();
    await root.sessions.setFolders([]);
    await root.type('one', 1);
    await root.settings();
    root.sessions.close();
    root.read(known('all there is'));
    await root.toldTimes(2);
    assert.deepEqual(root.said, ['page.md: early one', 'page.md: ']);
  });

  it('says nothing early to a client that asks for itself', async () => {
    const root = new SlowRoot(false);
    await root.type('one', 1);
    await root.settings();
    root.read(known('all there is'));
    await aMoment();
    assert.deepEqual(root.said, []);
  });
});
