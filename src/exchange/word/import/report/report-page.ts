import type { SectionText } from '../../../../language/scaffold/document.js';
import { markdownLine } from '../../../../language/scaffold/markdown-text.js';
import { yamlInline } from '../../../../language/scaffold/scaffold-file.js';
import type { Authored, WordDocument } from '../../read/types.js';
import type { ImportPlan } from '../plan/types.js';

/** What the page about an import is made from. */
export interface ReportRequest {
  /** The name of the Word file. */
  readonly file: string;
  readonly plan: ImportPlan;
  readonly document: WordDocument;
  /** The keys of the sources that the import proposed. */
  readonly sources: readonly string[];
}

/**
 * A draft page beside the imported guidance that lists what a person has to decide or should know.
 * @returns undefined where there is nothing of that kind
 */
export function reportPage({ file, plan, document, sources }: ReportRequest): string | undefined {
  const proposed = plan.sources.filter(({ id }) => sources.includes(id));
  const texts: SectionText[] = [
    section(
      'To decide',
      plan.doubts.map(({ about, says }) => `**${markdownLine(about)}**: ${markdownLine(says)}`),
    ),
    section(
      'Comments',
      document.comments.map((comment) => `${heading(comment)}${commentWords(comment)}`),
    ),
    section(
      'Changes that nobody had accepted',
      document.changes.map((change) => `${heading(change)}, ${change.kind}: ${quoted(change.text)}`),
    ),
    section(
      'New sources',
      proposed.map(
        ({ id, written }) => `\`${id}\`, cited as ${quoted(written)}. Its title and details are to be written into the register.`,
      ),
    ),
    section('Criteria that the document says nothing about', plan.missing.map(markdownLine)),
    ...unplaced(plan),
    section('Left out', plan.leftOut.map(markdownLine)),
  ].filter(({ text }) => text !== '');
  if (texts.length === 0) return undefined;
  const title = `Imported from ${file}`;
  const opening = `What is to be decided or known about the import of ${quoted(file)}. Delete this page when nothing on it is open.`;
  const front = `---\ntitle: ${yamlInline(title)}\ntype: page\nstatus: draft\n---`;
  const sections = texts.flatMap(({ title: name, text }) => [`## ${name}`, text]);
  const notes = plan.unplacedNotes === '' ? [] : [plan.unplacedNotes];
  return `${[front, `# ${markdownLine(title)}`, opening, ...sections, ...notes].join('\n\n')}\n`;
}

function section(title: string, items: readonly string[]): SectionText {
  return { title, text: items.map((item) => `- ${item}`).join('\n') };
}

/** “**12 Feedback culture**, Alex Morgan, 2026-03-04”. */
function heading({ near, author, date }: Authored): string {
  const place = near === '' ? '' : `**${markdownLine(near)}**, `;
  return `${place}${markdownLine(author)}${date === undefined ? '' : `, ${date}`}`;
}

function commentWords({ about, text, resolved, isReply }: WordDocument['comments'][number]): string {
  const state = resolved ? ' (resolved)' : '';
  const on = isReply ? ', in reply' : about === '' ? '' : `, on ${quoted(about)}`;
  return `${state}${on}: ${markdownLine(text)}`;
}

function unplaced({ unplaced: texts }: ImportPlan): SectionText[] {
  if (texts.length === 0) return [];
  const blocks = texts.map(({ where, text }) => `### From ${where}\n\n${text}`);
  return [{ title: 'Text that belongs to no criterion', text: blocks.join('\n\n') }];
}

function quoted(text: string): string {
  return `“${markdownLine(text)}”`;
}
