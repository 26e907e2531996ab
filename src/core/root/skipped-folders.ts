/** Folders that never hold guidance. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn', '.cache', '.obsidian', '.foam', '.vscode', '.idea', '.dmap']);

/** Whether a folder of that name is passed over. */
export function isSkippedFolder(name: string): boolean {
  return SKIPPED.has(name);
}

/** Whether a path of a root is in a folder that is passed over. */
export function isPassedOver(path: string): boolean {
  return path.split('/').slice(0, -1).some(isSkippedFolder);
}
