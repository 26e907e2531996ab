import { join } from 'node:path';
import { cache, cli, root } from '../places.js';
import type { Server } from './editor.js';

/** Ours, with the cache of the benchmark. */
export const ours: Server = {
  name: 'dmap',
  program: process.execPath,
  args: [...(process.env.BENCH_NODE_ARGS?.split(' ') ?? []), cli, 'lsp', '--stdio'],
  env: { XDG_CACHE_HOME: cache },
  speaksOfAll: true,
  checksLinks: true,
};

/**
 * The servers that ours is measured against.
 * @param peers the folder that they are installed in
 */
export function peerServers(peers: string): Server[] {
  const service = join(root, 'bench/server/markdown-service.mjs');
  return [
    // Large documents are many to keep: without this it ends for lack of memory.
    {
      name: 'md service',
      program: process.execPath,
      args: ['--max-old-space-size=16000', service, peers],
      speaksOfAll: true,
      checksLinks: true,
    },
    {
      name: 'rumdl',
      program: join(peers, 'node_modules/.bin/rumdl'),
      args: ['server', '--config', 'global.enable = ["MD051", "MD057"]'],
      speaksOfAll: false,
      checksLinks: true,
    },
    { name: 'idle', program: process.execPath, args: [join(root, 'bench/server/idle-server.mjs')], speaksOfAll: false, checksLinks: false },
  ];
}
