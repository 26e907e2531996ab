import { type SectionState, sectionStates } from '../../core/coverage/section-states.js';
import type { OffsetRange, TextEdit } from '../../core/text/range.js';
import type { LanguageDocument } from '../language-document.js';
import { markdownText, placeholder } from '../scaffold/scaffold-file.js';
import { type CodeAction, changeOf, touches } from './code-action.js';

/**
 * The sections that a document's type has and that are not there, each to be added in its place with what belongs in
 * it; offered at the document's first heading and in its front matter.
 */
export function sectionActions(document: LanguageDocument, range: OffsetRange): CodeAction[] {
  const { facts, snapshot, path } = document;
  const type = snapshot.types.get(facts.type ?? '');
  const first = facts.headings[0];
  const fields = facts.fields.state === 'parsed' ? facts.fields.range : undefined;
  if (!type || !((first && touches(first, range)) || (fields && touches(fields, range)))) return [];
  const sections = sectionStates(facts, type, snapshot.frameworkOf(facts));
  const missing = [...sections.keys()].filter((index) => (sections[index]?.heading ?? 0) < 0 && sections[index]?.gap === false);
  const add = (indexes: readonly number[], title: string): CodeAction => {
    const edits = together(indexes.map((index) => sectionInsertion(document, sections, index)));
    return { title, kind: 'quickfix', change: changeOf(path, edits), diagnostics: [] };
  };
  const each = missing.map((index) => add([index], `Add the section “${sections[index]?.title}”, with what belongs in it`));
  return missing.length > 1 ? [add(missing, `Add all ${missing.length} missing sections, with what belongs in them`), ...each] : each;
}

/** The section behind those that come before it and ahead of those that come after. */
export function sectionInsertion({ facts, source }: LanguageDocument, sections: readonly SectionState[], index: number): TextEdit {
  const { headings } = facts;
  const present = (section: SectionState) => headings[section.heading];
  const before = sections
    .slice(0, index)
    .reverse()
    .flatMap((section) => present(section) ?? [])[0];
  const after = sections.slice(index + 1).flatMap((section) => present(section) ?? [])[0];
  const next = before ? headings.find(({ start }) => start === before.sectionEnd) : after;
  const { title = '', help = '' } = sections[index] ?? {};
  const depth = (before ?? after)?.depth ?? 2;
  const at = next?.start ?? before?.sectionEnd ?? source.text.length;
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const text = [`${'#'.repeat(depth)} ${markdownText(title)}`, '', placeholder(help), ''].join(eol);
  if (next) return { start: at, end: at, text: text + eol };
  const ended = /(?:^|\n)\r?\n$/.test(source.text) || source.text === '' ? '' : /\n$/.test(source.text) ? eol : eol + eol;
  return { start: at, end: at, text: ended + text };
}

/** Sections that go to one place are one edit: the order of two would be nobody's decision. */
function together(edits: readonly TextEdit[]): TextEdit[] {
  const merged = new Map<number, TextEdit>();
  for (const edit of edits) {
    const same = merged.get(edit.start);
    const apart = same && !/\n\r?\n$/.test(same.text) && !/^\r?\n/.test(edit.text) ? '\n' : '';
    merged.set(edit.start, same ? { ...same, text: same.text + apart + edit.text } : edit);
  }
  return [...merged.values()].sort((a, b) => a.start - b.start);
}
