import { posix } from 'node:path';

/** Paths before by paths after, each from its guidance folder; what came from outside it is none of them. */
export function renamesInRoot(renames: ReadonlyMap<string, string>, rootBefore: string, rootAfter: string): Map<string, string> {
  const inside = (path: string, root: string) =>
    root === '' ? path : path.startsWith(`${root}/`) ? posix.relative(root, path) : undefined;
  return new Map(
    [...renames].flatMap(([after, before]) => {
      const [to, from] = [inside(after, rootAfter), inside(before, rootBefore)];
      return to === undefined || from === undefined ? [] : [[to, from] as const];
    }),
  );
}
