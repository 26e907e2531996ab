import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { MarkdownParser } from '../core/markdown/parser.js';
import { type ClientFile, ClientRoot } from '../platform/client/client-root.js';
import { localToday } from '../platform/node/today.js';
import { rules } from '../rules/index.js';
import type { ServerHost } from './host.js';
import { CLIENT_REQUESTS } from './protocol/client-files.js';

/**
 * The server's world where files are on no disk of its own: whatever is there, the client reads.
 * @param loadParser gives the parser once something has to be read
 */
export function clientHost(client: Connection, loadParser: () => Promise<MarkdownParser>): ServerHost {
  return {
    version: '',
    rootOf: async (uri) => (await ask<{ root: string | null }>(client, CLIENT_REQUESTS.findRoot, { uri }))?.root ?? undefined,
    rootsIn: async (folder) => (await ask<{ roots: string[] }>(client, CLIENT_REQUESTS.findRoots, { folder }))?.roots ?? [],
    openRoot: async (root, { today, look, ...request }) => {
      const readFiles = async (paths?: readonly string[]) =>
        (await ask<{ files: ClientFile[] }>(client, CLIENT_REQUESTS.readFiles, { root, ...(paths ? { paths } : {}) }))?.files ?? [];
      const parser = await loadParser();
      return ClientRoot.open(readFiles, { ...request, rules, parser, today: () => today ?? localToday() }, look);
    },
    rulePage: () => undefined,
  };
}

/** Undefined where the client has no such request: then it has nothing that is not on a disk. */
async function ask<Answer>(client: Connection, method: string, params: object): Promise<Answer | undefined> {
  try {
    return (await client.sendRequest<Answer | null>(method, params)) ?? undefined;
  } catch (error) {
    if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return undefined;
    throw error;
  }
}
