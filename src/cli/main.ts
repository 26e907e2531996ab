import { run } from './program.js';
import { terminalOf } from './terminal.js';

// Whoever reads our output may stop early (`dmap lint | head`): that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

void run(process.argv.slice(2), terminalOf(process)).then((code) => {
  process.exitCode = code;
});
