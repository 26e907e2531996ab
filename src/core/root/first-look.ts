import type { LocatedDiagnostic } from '../lint/finding.js';
import { documentDiagnostics } from '../lint/linter.js';
import { reportOn } from '../lint/report.js';
import type { MarkdownParser } from '../markdown/parser.js';
import type { SourceText } from '../text/source-text.js';
import { WorkspaceIndex } from '../workspace/workspace-index.js';
import { examinedIn } from './reading.js';
import { examineFile, isMarkdown, type RootSettings } from './root-settings.js';
import { isPassedOver } from './skipped-folders.js';

/**
 * Says what is wrong with a document in itself.
 *
 * @param path from the root, with `/`
 * @returns in order of place and rule; nothing where the path is not one of the root's Markdown documents
 */
export type FirstLook = (path: string, source: SourceText) => readonly LocatedDiagnostic[];

/** Longer texts wait for their turn: a look at one would hold up the reading of all others. In characters. */
const LONGEST = 1_000_000;

/** Whether a suppression is of use is known once everything has been looked at. */
const KNOWN_LATER: ReadonlySet<string> = new Set(['suppression-used']);

/** Taken by whoever wants to look while a root is being read; nothing is read before it is done with what it has. */
export type TakeFirstLook = (look: FirstLook) => Promise<void>;

/**
 * Looks at single documents of a root while the others are not read yet: once they are, all that it says is said still, and
 * what depends on them is added.
 */
export function firstLookIn(settings: RootSettings, parser: MarkdownParser): FirstLook {
  const isExamined = examinedIn(settings);
  return (path, source) => {
    if (source.text.length > LONGEST || !isMarkdown(path) || isPassedOver(path) || !isExamined(path)) return [];
    const { facts, findings } = examineFile({ path, source }, settings, parser);
    const index = new WorkspaceIndex(settings.types);
    index.load([{ path, facts }]);
    const { config } = settings;
    const found = documentDiagnostics(facts, [], { config, findings: () => findings });
    return reportOn(found, index.snapshot(), config, (of) => (of === path ? source : undefined)).filter(
      ({ ruleId }) => !KNOWN_LATER.has(ruleId),
    );
  };
}
