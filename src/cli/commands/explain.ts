import { didYouMean, rules, UsageError } from '../../index.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { rulePage } from '../formats/rule-page.js';
import { rulePageText } from '../rule-pages.js';
import type { Terminal } from '../terminal.js';

/** What the tool says for itself, which is no rule and has no page. */
const INTERNAL: Readonly<Record<string, string>> = {
  'internal/unreadable-file':
    'A file in the guidance folder could not be read as text: it is binary, not UTF-8, too large, or its permissions\nforbid it. The message says which. The other files are still checked.',
  'internal/configuration':
    'guidance.yml asks for something that is not there: a file, a document type or a rule. Correct guidance.yml. The\ncommand ends with 2, since what was checked may not be what was meant.',
  'internal/rule-crashed':
    'A rule failed on a file. This is a fault in the tool, not in your guidance: please report it with the output of\n“dmap lint --debug”. The other rules are still run, and the command ends with 2.',
};

/** Prints the page of a rule. */
export function explainCommand(id: string, terminal: Terminal): ExitCode {
  terminal.out(rulePage(pageOf(id), terminal));
  return EXIT.fine;
}

function pageOf(id: string): string {
  const internal = INTERNAL[id];
  if (internal !== undefined) return `# ${id}\n\n${internal}\n`;
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    throw new UsageError(`There is no rule “${id}”.${didYouMean(id, [...ids, ...Object.keys(INTERNAL)])} “dmap rules” lists them all.`);
  }
  const page = rulePageText(id);
  if (page === undefined) throw new UsageError(`The page of “${id}” is not part of this installation. Install the package again.`);
  return page;
}
