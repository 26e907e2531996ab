import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MANIFEST } from '../../core/model/manifest.js';
import { isSkippedFolder } from '../../core/root/skipped-folders.js';
import { CLIENT_REQUESTS, type ReadFileResult } from '../../server/protocol/client-files.js';

/** Read for the server; of other files it only has to know that they are there. */
const WITH_TEXT = /\.(?:md|markdown|ya?ml|json)$/i;
/** Whoever opens a whole repository of something else is not searched through. */
const DEEPEST = 8;
const LARGEST = 8 * 1024 * 1024;

/** Answers what a server that has no disk asks for: everything is read by `workspace.fs`, wherever that leads. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(CLIENT_REQUESTS.findRoot, async ({ uri }: { uri: string }) => ({
      root: (await rootAbove(vscode.Uri.parse(uri)))?.toString() ?? null,
    })),
    client.onRequest(CLIENT_REQUESTS.findRoots, async ({ folder }: { folder: string }) => {
      const roots: string[] = [];
      await findRoots(vscode.Uri.parse(folder), 0, roots);
      return { roots: roots.sort() };
    }),
    client.onRequest(CLIENT_REQUESTS.readFiles, async ({ root, paths }: { root: string; paths?: readonly string[] }) => {
      const base = vscode.Uri.parse(root);
      const found = await Promise.all((paths ?? ['']).map((path) => filesAt(base, path)));
      return { files: found.flat() };
    }),
  );
}

/** Only in the folders that are open: what lies above them is none of ours. */
async function rootAbove(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const limit = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!limit) return undefined;
  for (let folder = uri; folder.path.length >= limit.path.length; folder = vscode.Uri.joinPath(folder, '..')) {
    if (await isFile(vscode.Uri.joinPath(folder, MANIFEST))) return folder;
    if (folder.path === limit.path) return undefined;
  }
  return undefined;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function findRoots(folder: vscode.Uri, depth: number, roots: string[]): Promise<void> {
  if (depth > DEEPEST) return;
  const entries = await entriesOf(folder);
  if (entries.some(([name, type]) => name === MANIFEST && (type & vscode.FileType.File) !== 0)) roots.push(folder.toString());
  await Promise.all(foldersIn(entries).map((name) => findRoots(vscode.Uri.joinPath(folder, name), depth + 1, roots)));
}

/** Links to folders are not followed: they could lead in a circle, or out of the root. */
function foldersIn(entries: readonly [string, vscode.FileType][]): string[] {
  return entries.flatMap(([name, type]) => (type === vscode.FileType.Directory && !isSkippedFolder(name) ? [name] : []));
}

/** A file, or what is below a folder; nothing where neither is there. */
async function filesAt(root: vscode.Uri, path: string): Promise<ReadFileResult[]> {
  if (path !== '' && (await isFile(vscode.Uri.joinPath(root, path)))) return [await readFile(root, path)];
  return filesBelow(root, path);
}

async function filesBelow(root: vscode.Uri, path: string): Promise<ReadFileResult[]> {
  const entries = await entriesOf(vscode.Uri.joinPath(root, path));
  const isOtherRoot = path !== '' && entries.some(([name, type]) => name === MANIFEST && (type & vscode.FileType.File) !== 0);
  if (isOtherRoot) return [];
  const at = (name: string) => (path === '' ? name : `${path}/${name}`);
  const files = entries.flatMap(([name, type]) => ((type & vscode.FileType.File) !== 0 ? [at(name)] : []));
  const found = await Promise.all([
    ...files.map(async (file) => [await readFile(root, file)]),
    ...foldersIn(entries).map((name) => filesBelow(root, at(name))),
  ]);
  return found.flat();
}

async function readFile(root: vscode.Uri, path: string): Promise<ReadFileResult> {
  if (!WITH_TEXT.test(path)) return { path };
  try {
    const uri = vscode.Uri.joinPath(root, path);
    if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return { path };
    // Kept with its mark at the beginning, if it has one: places are counted from it.
    return { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri)) };
  } catch {
    return { path };
  }
}
