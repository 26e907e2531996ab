import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver';
import { quick } from '../places.js';
import { Editor, type Server } from './editor.js';
import { BROKEN, behind, type LinkedHeading, longText } from './texts.js';

/** How often each thing is done. */
const TIMES = quick ? 60 : 300;
/** How long somebody who types pauses between two strokes, at the least. In milliseconds. */
const PAUSE = 20;

/** How long each of many took, in milliseconds, in ascending order. */
export interface Times {
  /** How long the editor waited. */
  readonly waited: readonly number[];
  /** How long the server's main thread ran meanwhile: on a busy machine that says more. Empty where it cannot be told. */
  readonly worked: readonly number[];
}

/** What a server took for everything that an editor does. */
export interface Session {
  /** By what was done. */
  readonly times: ReadonlyMap<string, Times>;
  readonly memory: { readonly now: number; readonly peak: number } | undefined;
}

/** The document that is typed in, of those that every generated workspace has. */
const TYPED = 'part-0/page-50.md';

/** How long a server takes from its start until something is said of the document that is open, in milliseconds. */
export interface Start {
  /** Until anything is said of it. */
  readonly first: number;
  /** Until it is said that a link in it leads nowhere: then the other documents are known. */
  readonly whole: number;
}

/** Starts a server and opens a document. */
export async function startOf(server: Server, folder: string): Promise<Start> {
  const text = longText(folder, TYPED, 9_000);
  const uri = uriIn(folder, TYPED);
  const started = performance.now();
  const editor = await Editor.start(server, folder);
  await editor.open(uri, text);
  const first = performance.now() - started;
  await untilReady(editor, server, uri, text);
  const whole = performance.now() - started;
  await editor.stop();
  return { first, whole };
}

async function untilReady(editor: Editor, { checksLinks }: Server, uri: string, text: string): Promise<void> {
  if (checksLinks) await editor.untilToldOf(uri, behind(text, BROKEN).line);
}

/** Does with a server what somebody does who writes. */
export async function writingSession(server: Server, folder: string, heading: LinkedHeading): Promise<Session> {
  const editor = await Editor.start(server, folder);
  const times = new Map<string, Times>();
  const uri = uriIn(folder, TYPED);
  try {
    const text = longText(folder, TYPED, 9_000);
    await editor.open(uri, text);
    await untilReady(editor, server, uri, text);
    times.set('keystroke, 9 KB', await typing(editor, uri, text, 'and what was learned'));
    times.set('keystroke in a heading, 9 KB', await typing(editor, uri, text, 'Further reading 1'));
    for (const [what, written] of [
      ['completion of a link', '[x](pa'],
      ['completion of a wiki link', '[[pa'],
      ['completion of a source', '[@jack'],
    ] as const) {
      times.set(what, await completing(editor, uri, text, written));
    }
    times.set('references to a heading', await references(editor, uri, behind(text, '## Section 1 of')));
    times.set('references to a document', await references(editor, uri, behind(text, '# Page')));
    times.set('references to a source', await references(editor, uri, behind(text, '[@jackman')));
    times.set('references to a criterion', await references(editor, uri, behind(text, 'criterion: feedback'), 5));
    await editor.close(uri);
    const long = longText(folder, TYPED, 340_000);
    await editor.open(uri, long);
    times.set('keystroke, 340 KB', await typing(editor, uri, long, 'and what was learned', TIMES / 3));
    await editor.close(uri);
    if (server.speaksOfAll) times.set(`heading → all referrers`, await renaming(editor, folder, heading));
    await pause(500);
    return { times, memory: editor.memory() };
  } finally {
    await editor.stop();
  }
}

/** Writes a letter behind some words and takes it back again, over and over. */
async function typing(editor: Editor, uri: string, text: string, words: string, count = TIMES): Promise<Times> {
  const at = behind(text, words, text.length / 2 - 1000);
  const next = { line: at.line, character: at.character + 1 };
  return many(editor, count, (round) =>
    round % 2 === 0 ? editor.type(uri, { start: at, end: at }, 'x') : editor.type(uri, { start: at, end: next }, ''),
  );
}

async function completing(editor: Editor, uri: string, text: string, written: string): Promise<Times> {
  const at = behind(text, 'and what was learned');
  const end = { line: at.line, character: at.character + written.length };
  await editor.type(uri, { start: at, end: at }, written);
  const took = await many(editor, TIMES, () => editor.complete(uri, end));
  await editor.type(uri, { start: at, end }, '');
  return took;
}

async function references(editor: Editor, uri: string, at: Position, count = TIMES): Promise<Times> {
  return many(editor, count, () => editor.references(uri, at));
}

/** Changes a heading, until every document that links to it is known to link to nothing, and back. */
async function renaming(editor: Editor, folder: string, { path, words, referrers }: LinkedHeading): Promise<Times> {
  const uri = uriIn(folder, path);
  const text = longText(folder, path, 5_000);
  await editor.open(uri, text);
  const at = behind(text, words);
  const next = { line: at.line, character: at.character + 1 };
  const uris = referrers.map((referrer) => uriIn(folder, referrer));
  const took = await many(editor, TIMES / 3, (round) =>
    editor.typeUntilToldOf(uri, round % 2 === 0 ? { start: at, end: at } : { start: at, end: next }, round % 2 === 0 ? 'x' : '', uris),
  );
  await editor.close(uri);
  return took;
}

/** The first is not counted: a server may keep what it made for it. */
async function many(editor: Editor, count: number, act: (round: number) => Promise<unknown>): Promise<Times> {
  const waited: number[] = [];
  const worked: number[] = [];
  const even = 2 * Math.ceil(count / 2);
  for (let round = 0; round < even; round++) {
    await pause(PAUSE);
    const before = editor.worked();
    const started = performance.now();
    await act(round);
    if (round === 0) continue;
    waited.push(performance.now() - started);
    const after = editor.worked();
    if (before !== undefined && after !== undefined) worked.push(after - before);
  }
  const ascending = (a: number, b: number) => a - b;
  return { waited: waited.sort(ascending), worked: worked.sort(ascending) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function uriIn(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
