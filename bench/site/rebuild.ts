import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../places.js';

/** How often the preview is asked whether the change is there, in milliseconds. */
const ASK_EVERY = 5;
const LONGEST = 120_000;

/** Changes one document while `dmap preview` serves a guidance folder, and measures the seconds until its page shows it; the median. */
export async function rebuildOfOne(guidance: string, document: string, env: NodeJS.ProcessEnv, rounds: number): Promise<number> {
  const file = join(guidance, document);
  const text = readFileSync(file, 'utf8');
  const preview = spawn(process.execPath, [cli, 'preview', guidance, '--drafts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const page = (await addressOf(preview)) + document.replace(/\.md$/, '.html');
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await untilShows(page, '');
      const mark = `Changed in round ${round}.`;
      const start = performance.now();
      writeFileSync(file, `${text}\n${mark}\n`);
      await untilShows(page, mark);
      seconds.push((performance.now() - start) / 1000);
    }
    return seconds.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  } finally {
    writeFileSync(file, text);
    await stopped(preview);
  }
}

/** The address that the preview prints when it is ready. */
function addressOf(preview: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    preview.stdout?.on('data', (chunk) => {
      printed += chunk;
      const address = /http:\/\/[\w.]+:\d+\//.exec(printed)?.[0];
      if (address) resolve(address);
    });
    preview.on('exit', () => reject(new Error(`The preview ended: ${printed}`)));
  });
}

async function untilShows(page: string, text: string): Promise<void> {
  for (const start = performance.now(); performance.now() - start < LONGEST; ) {
    const response = await fetch(page);
    if ((await response.text()).includes(text) && response.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
  throw new Error(`${page} does not show “${text}”.`);
}

function stopped(preview: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    preview.on('exit', () => resolve());
    preview.kill('SIGINT');
  });
}
