import type { ListedFile } from './list-files.js';

/** Texts that take the place of files' own, by path; `null` for a file that is to be taken as gone. */
export type Overlay = ReadonlyMap<string, string | null>;

/** A listing as it would be if the overlay's texts were on disk. */
export function overlaid(files: readonly ListedFile[], overlay: Overlay | undefined): readonly ListedFile[] {
  if (!overlay || overlay.size === 0) return files;
  const onDisk = files.filter((file) => !overlay.has(file.path));
  const given = [...overlay].flatMap(([path, text]): ListedFile[] =>
    text === null ? [] : [{ path, size: text.length, stamp: 'overlay', changedAt: Number.MAX_SAFE_INTEGER }],
  );
  return [...onDisk, ...given].sort((a, b) => (a.path < b.path ? -1 : 1));
}
