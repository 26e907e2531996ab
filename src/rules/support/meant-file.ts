import { nearest } from '../../core/text/suggest.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { textsAt } from '../../core/yaml/value.js';

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const newPlaces = new WeakMap<WorkspaceSnapshot, ReadonlyMap<string, string>>();
const byName = new WeakMap<WorkspaceSnapshot, Map<string, string[]>>();

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
  const fitting = (files: readonly string[]) => (via === 'link' ? files : files.filter((file) => IMAGE.test(file)));
  const moved = fitting(filesByName(snapshot).get(nameOf(path)) ?? []);
  if (moved.length === 1) return moved[0];
  const similar = nearest(path, moved.length > 1 ? moved : fitting(snapshot.filePaths));
  return similar === undefined || moved.length > 1 || isSlip(path, similar) ? similar : undefined;
}

/** Whether a path is near in what is its own: a folder and an ending that both have make no two names alike. */
function isSlip(path: string, similar: string): boolean {
  const from = folderOf(path) === folderOf(similar) ? folderOf(path).length : 0;
  const ending = endingOf(path) === endingOf(similar) ? endingOf(path).length : 0;
  const own = (text: string) => text.slice(from, text.length - ending);
  return nearest(own(path), [own(similar)]) !== undefined;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}

/** The document that has a path among its old addresses. */
function newPlace(path: string, snapshot: WorkspaceSnapshot): string | undefined {
  let places = newPlaces.get(snapshot);
  if (!places) {
    places = new Map(
      snapshot.markdown.flatMap((facts) =>
        textsAt(fieldsOf(facts), 'aliases').map((alias) => [alias.replace(/^\.?\//, ''), facts.path] as const),
      ),
    );
    newPlaces.set(snapshot, places);
  }
  return places.get(path);
}

function filesByName(snapshot: WorkspaceSnapshot): Map<string, string[]> {
  let names = byName.get(snapshot);
  if (!names) {
    names = new Map();
    for (const file of snapshot.filePaths) {
      const same = names.get(nameOf(file));
      if (same) same.push(file);
      else names.set(nameOf(file), [file]);
    }
    byName.set(snapshot, names);
  }
  return names;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
