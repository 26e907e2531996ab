/**
 * `npm start`: installs what is missing, builds, lints the guidance, shows its coverage, exports the site, and serves it
 * with the map until it is stopped. `--once` ends after the export; other arguments are passed on to `lint`.
 */
import { dmap, ensureBuilt, ensureInstalled } from './run.mjs';

/** Where the site of this project's own guidance is written. */
const SITE = 'site';

const NEXT = `Where to look next:
  ${SITE}/index.html                the site, as a browser opens it; no server is needed
  README.md                      what the toolkit does, and how guidance is written
  npm run lint                   check guidance/ again after a change
  node dist/cli.js explain RULE  why a rule is there, with examples`;

const once = process.argv.includes('--once');
const forLint = process.argv.slice(2).filter((argument) => argument !== '--once');
ensureInstalled();
ensureBuilt();
const steps = [
  () => dmap(['lint', 'guidance', ...forLint]),
  () => dmap(['coverage', 'guidance']),
  () => dmap(['export', SITE, 'guidance']),
];
let worst = 0;
for (const step of steps) {
  worst = Math.max(worst, step());
  console.log('');
}
console.log(NEXT);
// What does not pass the checks is still worth a look: the preview shows the findings in the pages.
process.exitCode = once ? worst : dmap(['preview', 'guidance']);
