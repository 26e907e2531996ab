/** `npm run lint`: installs and builds what is missing, and lints the guidance. Arguments are passed on. */
import { dmap, ensureBuilt, ensureInstalled } from './run.mjs';

ensureInstalled();
ensureBuilt();
process.exitCode = dmap(['lint', 'guidance', ...process.argv.slice(2)]);
