#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Whoever reads our output may stop early (`dmap lint | head`): that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

// Where Node can keep compiled code between runs (from 22.1 on), starting costs half as much.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const [{ run }, { terminalOf }] = await Promise.all([import('./program.js'), import('./terminal.js')]);
process.exitCode = await run(process.argv.slice(2), terminalOf(process));
