import { nearest } from '../../core/text/suggest.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { keptByRoot } from '../../core/workspace/kept-index.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { textsAt } from '../../core/yaml/value.js';

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** Documents by their old addresses. */
const byAlias = keptByRoot((facts) => textsAt(fieldsOf(facts), 'aliases').map((alias) => alias.replace(/^\.?\//, '')));
/** By the list of a root's files, which stays the same value until one comes or goes. */
const byName = new WeakMap<readonly string[], Map<string, string[]>>();
const guesses = new WeakMap<readonly string[], Map<string, string | undefined>>();
/** So many guesses are kept. */
const MOST_GUESSES = 1000;

/**
 * The file that an address was probably meant to lead to: the same name with another ending or in another folder, the
 * document that says that this is its old path, or a similar path.
 */
export function meantFile(path: string, via: 'link' | 'image', snapshot: WorkspaceSnapshot): string | undefined {
  if (path === '') return undefined;
  const document = [`${path}.md`, path.replace(/\.html?$/i, '.md')].find((candidate) => snapshot.hasFile(candidate));
  if (document !== undefined && via === 'link') return document;
  const now = via === 'link' ? newPlace(path, snapshot) : undefined;
  if (now !== undefined) return now;
  return guess(path, via, snapshot.filePaths);
}

/** The file of the same name or a similar path; what was found once is not looked for again after every change of a document. */
function guess(path: string, via: 'link' | 'image', files: readonly string[]): string | undefined {
  let known = guesses.get(files);
  if (!known || known.size > MOST_GUESSES) {
    known = new Map();
    guesses.set(files, known);
  }
  const asked = `${via} ${path}`;
  if (!known.has(asked)) known.set(asked, similarFile(path, via, files));
  return known.get(asked);
}

function similarFile(path: string, via: 'link' | 'image', files: readonly string[]): string | undefined {
  const fitting = (some: readonly string[]) => (via === 'link' ? some : some.filter((file) => IMAGE.test(file)));
  const moved = fitting(filesByName(files).get(nameOf(path)) ?? []);
  if (moved.length === 1) return moved[0];
  const similar = nearest(path, moved.length > 1 ? moved : fitting(files));
  return similar === undefined || moved.length > 1 || isSlip(path, similar) ? similar : undefined;
}

/** Whether a path is near in what is its own: a folder and an ending that both have make no two names alike. */
function isSlip(path: string, similar: string): boolean {
  const from = folderOf(path) === folderOf(similar) ? folderOf(path).length : 0;
  const ending = endingOf(path) === endingOf(similar) ? endingOf(path).length : 0;
  const own = (text: string) => text.slice(from, text.length - ending);
  // In a short name two letters that changed places are half of it.
  return nearest(own(path), [own(similar)]) !== undefined || lettersOf(own(path)) === lettersOf(own(similar));
}

function lettersOf(text: string): string {
  return [...text].sort().join('');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}

/** The document that has a path among its old addresses; of several the last. */
function newPlace(path: string, snapshot: WorkspaceSnapshot): string | undefined {
  return byAlias(snapshot).get(path).at(-1)?.path;
}

function filesByName(files: readonly string[]): Map<string, string[]> {
  let names = byName.get(files);
  if (!names) {
    names = new Map();
    for (const file of files) {
      const name = nameOf(file);
      const same = names.get(name);
      if (same) same.push(file);
      else names.set(name, [file]);
    }
    byName.set(files, names);
  }
  return names;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
