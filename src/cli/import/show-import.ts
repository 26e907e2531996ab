import { join } from 'node:path';
import type { ImportPlan, ResolvedImport, WordDocument } from '../../exchange/word/index.js';
import { diffOf } from '../fix/show-changes.js';
import { count } from '../formats/count.js';
import { visible } from '../formats/visible.js';
import { hanging } from '../formats/wrap.js';
import { fromHere } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** What an import came to. */
export interface ImportOutcome {
  readonly root: string;
  readonly file: string;
  readonly plan: ImportPlan;
  readonly document: WordDocument;
  readonly resolved: ResolvedImport;
  /** The numbers of criteria, by their keys. */
  readonly numbers: ReadonlyMap<string, string>;
  /** How many criteria the framework has. */
  readonly criteria: number;
  /** The page that lists everything, where there is one. */
  readonly report: string | undefined;
  readonly dryRun: boolean;
}

/** So many things to decide are shown; the page beside the guidance has them all. */
const SHOWN = 10;

/** Tells what an import found, wrote, and leaves to a person. */
export function showImport(outcome: ImportOutcome, terminal: Terminal): void {
  const { resolved, plan, dryRun, root } = outcome;
  terminal.out(`${found(outcome)}\n`);
  const { created, changed } = resolved;
  const listed = (files: readonly { path: string }[]) => files.map(({ path }) => `  ${visible(fromHere(join(root, path)))}\n`).join('');
  if (created.length > 0) terminal.out(`\n${dryRun ? 'Would write' : 'Wrote'} ${count(created.length, 'new file')}:\n${listed(created)}`);
  if (changed.length > 0) terminal.out(`\n${dryRun ? 'Would change' : 'Changed'} ${count(changed.length, 'file')}:\n${listed(changed)}`);
  if (created.length === 0 && changed.length === 0 && resolved.waiting.length === 0)
    terminal.out(isAllSaid(outcome) ? '\nNothing to write: the guidance says all this already.\n' : '\nNothing to write.\n');
  if (plan.doubts.length > 0) terminal.out(`\n${toDecide(outcome, terminal)}`);
  if (resolved.waiting.length > 0) terminal.out(`\n${waiting(outcome, terminal)}`);
}

/** Whether nothing of the document is left to a person. */
function isAllSaid({ plan, document }: ImportOutcome): boolean {
  return plan.doubts.length + plan.unplaced.length + document.comments.length === 0;
}

function found({ file, plan, document, resolved, criteria }: ImportOutcome): string {
  const guidance = plan.documents.filter(({ criterion }) => criterion !== undefined).length;
  const also = [
    document.comments.length > 0 ? count(document.comments.length, 'comment') : '',
    document.changes.length > 0 ? `${count(document.changes.length, 'change')} that nobody had accepted` : '',
    resolved.sources.length > 0 ? `${count(resolved.sources.length, 'source')} that the register does not have` : '',
    plan.unplaced.length > 0
      ? `${count(plan.unplaced.length, 'text')} that belong${plan.unplaced.length === 1 ? 's' : ''} to no criterion`
      : '',
  ].filter((part) => part !== '');
  const more = also.length > 0 ? ` It has ${also.join(', ')}.` : '';
  const missing = plan.missing.length > 0 ? ` It says nothing about: ${plan.missing.join('; ')}.` : '';
  return `“${visible(file)}” speaks of ${guidance} of ${count(criteria, 'criterion', 'criteria')}.${visible(more + missing)}`;
}

function toDecide({ plan, report, root, dryRun }: ImportOutcome, { width }: Terminal): string {
  const lines = plan.doubts
    .slice(0, SHOWN)
    .map(({ about, says }) => `${hanging('  ', `${visible(about)}: ${visible(says)}`, width, '    ')}\n`);
  const more = plan.doubts.length > SHOWN ? `  and ${plan.doubts.length - SHOWN} more\n` : '';
  const where = report === undefined ? '' : dryRun ? '' : ` (“${fromHere(join(root, report))}” lists all of it)`;
  return `To decide${where}:\n${lines.join('')}${more}`;
}

function waiting({ resolved, root, numbers }: ImportOutcome, terminal: Terminal): string {
  const changes = resolved.waiting.map(({ path, filled, accepted }) => ({ path, before: filled, after: accepted }));
  const sections = resolved.waiting.reduce((sum, { changed }) => sum + changed.length, 0);
  const names = resolved.waiting
    .map(({ criterion }) => (criterion === undefined ? 'overview' : (numbers.get(criterion) ?? criterion)))
    .join(',');
  const head = `${count(sections, 'section reads', 'sections read')} otherwise in Word. Nothing of that was taken over:`;
  const diff = diffOf(changes, (path) => fromHere(join(root, path)), terminal);
  return `${head}\n\n${diff}\nTake it over with “--accept all”, or one by one, as in “--accept ${names}”.\n`;
}
