import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { CommandRunner, RunningCommand } from '../platform.js';

/**
 * Runs the command with the Node that the editor itself runs on.
 * @param cli the command's script
 */
export function nodeCommand(cli: string): CommandRunner {
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' };
  return {
    program: { path: process.execPath, args: [cli], env },
    run: (args, folder) => {
      const child = spawn(process.execPath, [cli, ...args], {
        cwd: folder,
        env: { ...process.env, ...env, NO_COLOR: '1', DMAP_PROGRESS: '1' },
      });
      const listeners: ((line: string, stream: 'out' | 'err') => void)[] = [];
      for (const stream of ['out', 'err'] as const) {
        createInterface({ input: child[`std${stream}`].setEncoding('utf8') }).on('line', (line) => {
          for (const listen of listeners) listen(line, stream);
        });
      }
      const running: RunningCommand = {
        onLine: (listen) => void listeners.push(listen),
        onOutput: (listen) => void child.stdout.on('data', listen),
        stop: () => void child.kill('SIGINT'),
        ended: new Promise((resolve, reject) => {
          child.once('error', reject);
          child.once('close', (code) => resolve(code));
        }),
      };
      return running;
    },
  };
}
