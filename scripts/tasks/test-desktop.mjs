/**
 * `npm run test:desktop`: runs the extension's tests, from its package, in a VS Code for the desktop that is downloaded, on any
 * platform. On Linux it needs a display (`xvfb-run -a npm run test:desktop`).
 */
import { ensureBuilt, ensureInstalled, must, run } from './run.mjs';

ensureInstalled();
ensureBuilt();
must('npm', ['run', '--silent', 'package']);
process.exitCode = run(process.execPath, ['--import', 'tsx', 'test/vscode/run-desktop.ts', ...process.argv.slice(2)]);
