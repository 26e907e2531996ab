import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { PROJECT } from './cli.js';
import { serve } from './serve.js';

/** A call that a package made, with the error that the platform's API had after it. */
export interface Call {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: string;
  readonly error: string;
}

/** A learning platform that launches one package: its API is that of scorm-again. */
export interface Platform {
  readonly address: string;
  /** The address of the package's player by itself. */
  readonly player: string;
  close(): Promise<void>;
}

const SCORM_AGAIN = join(PROJECT, 'node_modules/scorm-again/dist/scorm12.min.js');

/** The page that launches a package. What a visit left is kept from one to the next, as a platform keeps it. */
const LAUNCHER = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A learning platform</title><link rel="icon" href="data:,"></head>
<body style="margin:0"><script src="scorm-again.js"></script>
<script>
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
const kept = localStorage.getItem('cmi');
if (kept) api.loadFromJSON(JSON.parse(kept), '');
window.calls = JSON.parse(localStorage.getItem('calls') || '[]');
window.API = {};
for (const name of ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']) {
  window.API[name] = (...parameters) => {
    const result = String(api[name](...parameters));
    window.calls.push({ name, parameters, result, error: String(api.LMSGetLastError()) });
    localStorage.setItem('calls', JSON.stringify(window.calls));
    const { core, suspend_data } = JSON.parse(JSON.stringify(api.cmi));
    const { lesson_location, lesson_status } = core;
    localStorage.setItem('cmi', JSON.stringify({ core: { lesson_location, lesson_status }, suspend_data }));
    return result;
  };
}
</script>
<iframe id="course" title="Course" src="course/player.html" style="width:100%;height:100vh;border:0"></iframe></body></html>`;

/** Unpacks a package and serves it with a platform around it. */
export async function platformWith(zip: string): Promise<Platform> {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-scorm-'));
  for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, 'course', path)), { recursive: true });
    writeFileSync(join(folder, 'course', path), content);
  }
  cpSync(SCORM_AGAIN, join(folder, 'scorm-again.js'));
  writeFileSync(join(folder, 'index.html'), LAUNCHER);
  const server = await serve(folder);
  return {
    address: server.address,
    player: `${server.address}course/player.html`,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every call that was made in a context so far. */
export async function callsIn(page: Page): Promise<Call[]> {
  return JSON.parse(await page.evaluate<string>("localStorage.getItem('calls') ?? '[]'")) as Call[];
}
