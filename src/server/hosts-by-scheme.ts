import { URI } from 'vscode-uri';
import type { ServerHost } from './host.js';

/** A world in which some folders are on this machine's disk, and others, such as a repository that is not cloned, are the client's. */
export function hostsByScheme(disk: ServerHost, client: ServerHost): ServerHost {
  const hostOf = (uri: string) => (URI.parse(uri).scheme === 'file' ? disk : client);
  const { watch } = disk;
  return {
    version: disk.version,
    rulePage: (ruleId) => disk.rulePage(ruleId),
    rootOf: (uri) => hostOf(uri).rootOf(uri),
    rootsIn: (folder) => hostOf(folder).rootsIn(folder),
    openRoot: (root, request) => hostOf(root).openRoot(root, request),
    // What is the client's, the client watches.
    watch: (root, tell) => (hostOf(root) === disk && watch ? watch(root, tell) : { close: () => undefined }),
  };
}
