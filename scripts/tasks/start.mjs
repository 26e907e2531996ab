/**
 * `npm start`: installs what is missing, builds, lints the guidance, shows its coverage and says where to look next.
 * It always ends with its work, which `--once` asks for in words; other arguments are passed on to `lint`.
 */
import { dmap, ensureBuilt, ensureInstalled } from './run.mjs';

const NEXT = `Where to look next:
  README.md                      what the toolkit does, and how guidance is written
  npm run lint                   check guidance/ again after a change
  node dist/cli.js explain RULE  why a rule is there, with examples
  npm run lint -- --verbose      every note whole
`;

const forLint = process.argv.slice(2).filter((argument) => argument !== '--once');
ensureInstalled();
ensureBuilt();
const linted = dmap(['lint', 'guidance', ...forLint]);
console.log('');
const covered = dmap(['coverage', 'guidance']);
console.log(`\n${NEXT.trimEnd()}`);
process.exitCode = Math.max(linted, covered);
