import { type LoadedRoot, MANIFEST, UsageError, type Workspace } from '../index.js';

/**
 * The loaded root, where its manifest can be relied on: without it there is no framework to go by.
 * @throws UsageError where the manifest has an error in it
 */
export async function loadReadable(workspace: Workspace): Promise<LoadedRoot> {
  const loaded = await workspace.load();
  const unread = loaded.snapshot.facts(MANIFEST)?.fields.state !== 'parsed';
  const broken = unread || loaded.findings.get(MANIFEST)?.some((one) => one.ruleId.startsWith('internal/'));
  if (broken)
    throw new UsageError(`${MANIFEST} has an error in it, so nothing can be done with this guidance. “dmap lint” says where it is.`);
  return loaded;
}
