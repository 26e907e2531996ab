/** `npm start`: installs what is missing, builds, lints the guidance and shows its coverage. */
import { ensureBuilt, ensureInstalled, run } from './run.mjs';

ensureInstalled();
ensureBuilt();
const status = run('node', ['dist/cli.js', 'lint', 'guidance']);
console.log('');
process.exitCode = Math.max(status, run('node', ['dist/cli.js', 'coverage', 'guidance']));
