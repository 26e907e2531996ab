/**
 * `npm test`: installs what is missing, builds, and runs every check and suite. The last line says how many passed
 * and how many failed; each check counts as one test.
 */
import { spawn } from 'node:child_process';
import { whyNoHost } from './ensure-vscode-host.mjs';
import { ensureInstalled, root } from './run.mjs';

const CHECKS = [
  ['generated files are current', 'npm', ['run', '--silent', 'generate', '--', '--check']],
  ['types', 'npm', ['run', '--silent', 'check:types']],
  ['lint and format', 'npm', ['run', '--silent', 'check:style']],
  ['build', 'npm', ['run', '--silent', 'build']],
];
const SUITES = [
  ['unit tests', 'npm', ['run', '--silent', 'test:unit']],
  ['browser tests', 'npm', ['run', '--silent', 'test:browser']],
];
const noHost = whyNoHost();
if (!noHost) SUITES.push(['tests in VS Code', 'npm', ['run', '--silent', 'test:vscode']]);

let passed = 0;
let failed = 0;

ensureInstalled();
for (const [name, command, args] of CHECKS) {
  console.log(`\n▸ ${name}`);
  const { status } = await watch(command, args);
  if (status === 0) passed++;
  else failed++;
  if (status !== 0) console.error(`✗ ${name} failed`);
}
for (const [name, command, args] of SUITES) {
  console.log(`\n▸ ${name}`);
  const { status, output } = await watch(command, args);
  const passing = count(output, /^\s*(\d+) passing\b/gm);
  const failing = count(output, /^\s*(\d+) failing\b/gm);
  passed += passing;
  // A suite that ends without mocha's summary, or with a status that its summary does not explain, has failed too.
  failed += failing > 0 ? failing : status === 0 && passing > 0 ? 0 : 1;
}
if (noHost) console.log(`\nNot run: tests in VS Code. ${noHost}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs a program with its output shown and kept. */
function watch(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve({ status: 1, output });
    });
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** A suite may run mocha more than once: its summaries are added up. */
function count(output, pattern) {
  return [...output.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);
}
