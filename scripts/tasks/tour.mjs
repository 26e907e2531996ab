/**
 * `npm run tour`: installs and builds what is missing, and shows the whole way from a Word file to guidance and from there to every
 * export, each opened by a program of somebody else. Where no browser can be installed, the tour says so and leaves it out.
 */
import { ensureBuilt, ensureInstalled, run } from './run.mjs';

ensureInstalled();
run(process.execPath, ['scripts/tasks/ensure-browser.mjs']);
ensureBuilt();
process.exitCode = run(process.execPath, ['--import', 'tsx', 'scripts/tour.ts']);
