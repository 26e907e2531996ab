/**
 * `npm run test:vscode`: puts a VS Code to test in where none is, builds and packages the extension, and runs its tests from the
 * package: those inside the extension hosts, then those that look at the workbench from outside.
 */
import { whyNoHost } from './ensure-vscode-host.mjs';
import { ensureBuilt, ensureInstalled, must, run } from './run.mjs';

const reason = whyNoHost();
if (reason) {
  console.error(reason);
  process.exit(1);
}
ensureInstalled();
must(process.execPath, ['scripts/tasks/ensure-browser.mjs']);
must(process.execPath, ['scripts/tasks/ensure-vscode-host.mjs']);
ensureBuilt();
must('npm', ['run', '--silent', 'package']);
const statuses = [
  run(process.execPath, ['--import', 'tsx', 'test/vscode/run-suites.ts', ...process.argv.slice(2)]),
  run(process.execPath, ['node_modules/mocha/bin/mocha.js', '--config', 'test/vscode/ui/.mocharc.json']),
];
process.exitCode = Math.max(...statuses);
