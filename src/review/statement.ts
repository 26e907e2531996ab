/** What a change can do, by the names that `--fail-on` knows. */
export const CHANGE_KINDS = [
  ...['coverage-lost', 'cell-emptied', 'claim-lost', 'document-removed', 'document-withdrawn', 'section-emptied', 'source-removed'],
  ...['citation-lost', 'reference-lost', 'review-extended', 'coverage-gained', 'cell-filled', 'claim-gained', 'section-filled'],
  ...['citation-gained', 'reference-gained', 'document-added', 'document-restored', 'gap-closed', 'source-added', 'coverage-changed'],
  ...[
    'claim-changed',
    'section-renamed',
    'document-moved',
    'document-changed',
    'status-changed',
    'review-recorded',
    'gap-recorded',
    'source-changed',
  ],
  ...['framework-changed', 'read-again'],
] as const;

/** One of the things that a change can do. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a criterion's guidance says that it serves: a core domain, with attributes. */
export interface ClaimedCells {
  /** The keys of elements of the framework; what the document has in their place where there are none of that name. */
  readonly domain: string;
  /** Empty where the claim names no attribute. */
  readonly attributes: readonly string[];
}

/** One thing that a change does, as a sentence. */
export interface Statement {
  readonly kind: ChangeKind;
  /** A whole sentence, without its place. */
  readonly text: string;
  /** The file that it is about, as it is called after the change, or was before where it is gone. */
  readonly path: string | undefined;
  /** The line in that file, after the change. */
  readonly line?: number;
  /** The claim that it is about, where it is about one. */
  readonly claim?: ClaimedCells;
}

/** How the reader is to take a statement. */
export type Weight = 'worse' | 'better' | 'neutral' | 'read-again';

const WORSE: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'coverage-lost',
  'cell-emptied',
  'claim-lost',
  'section-emptied',
  'citation-lost',
  'reference-lost',
  'document-removed',
  'document-withdrawn',
  'source-removed',
  'review-extended',
]);

const BETTER: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'coverage-gained',
  'cell-filled',
  'claim-gained',
  'section-filled',
  'citation-gained',
  'reference-gained',
  'document-added',
  'document-restored',
  'gap-closed',
  'source-added',
]);

/** How the reader is to take what a change does. */
export function weightOf(kind: ChangeKind): Weight {
  if (kind === 'read-again') return 'read-again';
  return WORSE.has(kind) ? 'worse' : BETTER.has(kind) ? 'better' : 'neutral';
}
