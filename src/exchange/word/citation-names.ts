import { acronymsOf, sourceLabel } from '../../core/model/bibliography.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';

/**
 * What each source of the register is called in a Word copy, by its key: “Harding and others, 2019” or “CPRL, no date”, with
 * the title where several sources would be called the same. No name has a semicolon or round brackets, which part citations from each other.
 */
export function citationNames({ sources, glossary }: WorkspaceSnapshot): Map<string, string> {
  const acronyms = acronymsOf(glossary);
  const labelled = sources.map((source) => ({
    source,
    label: `${plain(sourceLabel(source, acronyms))}${source.year === undefined ? ', no date' : ''}`,
  }));
  const counts = new Map<string, number>();
  for (const { label } of labelled) counts.set(label.toLowerCase(), (counts.get(label.toLowerCase()) ?? 0) + 1);
  return new Map(
    labelled.map(({ source, label }) => {
      const isShared = (counts.get(label.toLowerCase()) ?? 0) > 1;
      return [source.id, isShared ? `${label}, “${plain(source.title)}”` : label];
    }),
  );
}

function plain(text: string): string {
  return text.replace(/\s*[;()]\s*/g, ' ').trim();
}
