import type { DocumentFacts } from '../facts/types.js';
import { isPlaceholder } from '../markdown/sections.js';
import { type ElementKind, elementsOf, type Framework, type FrameworkElement, findCurrent } from '../model/framework.js';
import { addPeriod } from '../schema/dates.js';
import type { DocumentType } from '../schema/registry.js';
import { type Application, criteriaOf, guidanceOf } from '../workspace/application.js';
import { type Claim, claimsOf, fieldText, type Gap, gapsOf, isWithdrawn } from '../workspace/document.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import { isSettled, partStates, sectionStates } from './section-states.js';

/** How an application stands with one criterion. */
export type CoverageState = 'covered' | 'partial' | 'missing' | 'planned' | 'not-applicable';

/** A part of a criterion beneath it: 10a covered, 10b not. */
export interface PartCoverage {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly state: CoverageState;
}

/** How an application stands with one criterion, and what is shown beside it. */
export interface CriterionCoverage {
  readonly key: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly shortTitle: string;
  readonly state: CoverageState;
  /** Why a criterion is planned or not applicable. */
  readonly because: string | undefined;
  /** The guidance that counts for it. */
  readonly path: string | undefined;
  readonly status: string | undefined;
  /** Required sections that are missing or empty, with no gap recorded for them. */
  readonly unfilled: readonly string[];
  readonly parts: readonly PartCoverage[];
  readonly gaps: readonly Gap[];
  readonly claims: readonly Claim[];
  /** The sources that the guidance cites, each once, in order of the first citation. */
  readonly sources: readonly string[];
  /** When the next review is due; undefined where none has been recorded. */
  readonly reviewDue: string | undefined;
}

/** A core domain or attribute with the criteria that serve it. */
export interface ElementCoverage {
  readonly key: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly shortTitle: string;
  /** Keys of criteria, in the framework's order. */
  readonly criteria: readonly string[];
}

/** One cell of the attributes × core domains matrix with the criteria that fill it. */
export interface MatrixCell {
  readonly attribute: string;
  readonly domain: string;
  readonly claims: readonly { readonly criterion: string; readonly path: string; readonly basis: string | undefined }[];
}

/** Coverage of one application. */
export interface ApplicationCoverage {
  readonly application: string;
  readonly title: string;
  readonly path: string;
  readonly framework: string | undefined;
  readonly counts: Readonly<Record<CoverageState, number>> & { readonly total: number };
  readonly criteria: readonly CriterionCoverage[];
  readonly domains: readonly ElementCoverage[];
  readonly attributes: readonly ElementCoverage[];
  readonly matrix: readonly MatrixCell[];
}

/** Coverage of every application of a root: one computation for every face. */
export interface Coverage {
  readonly applications: readonly ApplicationCoverage[];
}

const computed = new WeakMap<WorkspaceSnapshot, Map<Application, ApplicationCoverage>>();

/** Coverage of a snapshot. Evidence, freshness and status stand beside a state and never change it. */
export function coverageOf(snapshot: WorkspaceSnapshot): Coverage {
  return { applications: snapshot.applications.map((application) => coverageOfApplication(application, snapshot)) };
}

/** Coverage of one application of a snapshot, computed once. */
export function coverageOfApplication(application: Application, snapshot: WorkspaceSnapshot): ApplicationCoverage {
  const known = computed.get(snapshot) ?? new Map<Application, ApplicationCoverage>();
  computed.set(snapshot, known);
  const coverage = known.get(application) ?? applicationCoverage(application, snapshot);
  known.set(application, coverage);
  return coverage;
}

function applicationCoverage(application: Application, snapshot: WorkspaceSnapshot): ApplicationCoverage {
  const guidance = guidanceOf(application, snapshot);
  const criteria = criteriaOf(application).map((criterion) =>
    criterionCoverage(criterion, application, guidance.get(criterion.key) ?? [], snapshot),
  );
  const counts = { covered: 0, partial: 0, missing: 0, planned: 0, 'not-applicable': 0, total: criteria.length };
  for (const criterion of criteria) counts[criterion.state]++;
  const framework = application.framework;
  return {
    application: application.key,
    title: application.title,
    path: application.path,
    framework: framework?.key,
    counts,
    criteria,
    domains: framework ? servedBy(elementsOf(framework, 'domain'), criteria, (claim) => domainKeys(framework, claim)) : [],
    attributes: framework ? servedBy(elementsOf(framework, 'attribute'), criteria, (claim) => attributeKeys(framework, claim)) : [],
    matrix: framework ? matrixOf(framework, criteria) : [],
  };
}

function criterionCoverage(
  criterion: FrameworkElement,
  application: Application,
  documents: readonly DocumentFacts[],
  snapshot: WorkspaceSnapshot,
): CriterionCoverage {
  const facts = documentThatCounts(documents, snapshot);
  if (!facts) {
    const entry = application.entries.find((found) => found.criterion?.key === criterion.key);
    const state = entry?.state ?? 'missing';
    return {
      ...elementOf(criterion),
      ...NOTHING,
      state,
      because: entry?.because,
      parts: criterion.parts.map((part) => ({ ...part, state })),
    };
  }
  return documentCoverage(facts, criterion, application.framework, snapshot.types.get(facts.type ?? ''));
}

/** What a document makes of a criterion, and from what that was computed. */
interface DocumentCoverage {
  readonly criterion: FrameworkElement;
  readonly framework: Framework | undefined;
  readonly type: DocumentType | undefined;
  readonly coverage: CriterionCoverage;
}

/** By facts: of all documents, only those that are changed say something else than before. */
const byDocument = new WeakMap<DocumentFacts, DocumentCoverage>();

function documentCoverage(
  facts: DocumentFacts,
  criterion: FrameworkElement,
  framework: Framework | undefined,
  type: DocumentType | undefined,
): CriterionCoverage {
  const known = byDocument.get(facts);
  if (known && known.criterion === criterion && known.framework === framework && known.type === type) return known.coverage;
  const coverage = covering(facts, criterion, framework, type);
  byDocument.set(facts, { criterion, framework, type, coverage });
  return coverage;
}

function covering(
  facts: DocumentFacts,
  criterion: FrameworkElement,
  framework: Framework | undefined,
  type: DocumentType | undefined,
): CriterionCoverage {
  const unfilled = type
    ? sectionStates(facts, type, framework)
        .filter((section) => !isSettled(section))
        .map((section) => section.title)
    : [];
  const draft = !isComplete(facts);
  const parts = partStates(facts, criterion).map(({ filled, gap: _, ...part }) => ({ ...part, state: partState(filled, draft) }));
  const whole = !draft && isForCriteria(type) && unfilled.length === 0 && parts.every((part) => part.state === 'covered');
  return {
    ...elementOf(criterion),
    state: whole ? 'covered' : 'partial',
    because: undefined,
    path: facts.path,
    status: fieldText(facts, 'status'),
    unfilled,
    parts,
    gaps: gapsOf(facts),
    claims: claimsThatCount(facts),
    sources: [...new Set(facts.references.flatMap((reference) => (reference.via === 'citation' ? [reference.source] : [])))],
    reviewDue: reviewDue(facts),
  };
}

/** The claims of a document that count: that a reason is still to be written is no reason. */
export function claimsThatCount(facts: DocumentFacts): readonly Claim[] {
  return claimsOf(facts).filter(({ because }) => because === undefined || !isPlaceholder(because));
}

function elementOf({ key, number, title, shortTitle }: FrameworkElement) {
  return { key, number, title, shortTitle };
}

const NOTHING = { path: undefined, status: undefined, unfilled: [], gaps: [], claims: [], sources: [], reviewDue: undefined } as const;

function partState(filled: boolean, draft: boolean): CoverageState {
  if (!filled) return 'missing';
  return draft ? 'partial' : 'covered';
}

/** The statuses of guidance that is complete, from the one that is furthest along. */
const COMPLETE: readonly (string | undefined)[] = ['published', 'in-review'];

/** Whether a document says that it is complete; one whose status is absent or unknown counts as a draft. */
function isComplete(facts: DocumentFacts): boolean {
  return COMPLETE.includes(fieldText(facts, 'status'));
}

/** Whether a type of document is one for guidance on criteria: what has another type may be about a criterion, and does not cover it. */
function isForCriteria(type: DocumentType | undefined): boolean {
  return type?.tree.properties.has('criterion') === true;
}

/** Of several documents on one criterion the one that is furthest along; what is withdrawn does not count. */
function documentThatCounts(documents: readonly DocumentFacts[], { types }: WorkspaceSnapshot): DocumentFacts | undefined {
  const rank = (facts: DocumentFacts) => {
    const place = COMPLETE.indexOf(fieldText(facts, 'status'));
    return (place < 0 ? COMPLETE.length : place) + (isForCriteria(types.get(facts.type ?? '')) ? 0 : COMPLETE.length + 1);
  };
  return documents.filter((facts) => !isWithdrawn(facts)).sort((a, b) => rank(a) - rank(b))[0];
}

/** The fields that say when a document was last reviewed, and how long after that its next review is due. */
export const REVIEW_FIELDS: readonly string[] = ['last_reviewed_on', 'review_in'];

/** The day on which a document's next review is due: its last review and the period that it names. */
export function reviewDue(facts: DocumentFacts): string | undefined {
  const last = fieldText(facts, 'last_reviewed_on');
  const period = fieldText(facts, 'review_in');
  return last === undefined || period === undefined ? undefined : addPeriod(last, period);
}

function servedBy(
  elements: readonly FrameworkElement[],
  criteria: readonly CriterionCoverage[],
  keysOf: (claim: Claim) => readonly string[],
): ElementCoverage[] {
  const serving = new Map<string, string[]>();
  for (const criterion of criteria) {
    for (const key of new Set(criterion.claims.flatMap(keysOf))) {
      const same = serving.get(key);
      if (same) same.push(criterion.key);
      else serving.set(key, [criterion.key]);
    }
  }
  return elements.map((element) => ({ ...elementOf(element), criteria: serving.get(element.key) ?? [] }));
}

/** The current keys of the domain that a claim names; none where its framework has no such domain. */
function domainKeys(framework: Framework, claim: Claim): string[] {
  return currentKeys(framework, 'domain', [claim.domain]);
}

/** The current keys of the attributes that a claim names. */
function attributeKeys(framework: Framework, claim: Claim): string[] {
  return currentKeys(framework, 'attribute', claim.attributes);
}

/** The keys of the elements that keys, old keys or numbers name, each once. */
function currentKeys(framework: Framework, kind: ElementKind, names: readonly string[]): string[] {
  const keys = names.flatMap((name) => findCurrent(framework, [kind], name)?.key ?? []);
  return [...new Set(keys)];
}

/** A cell is filled only by a claim that names both its domain and its attribute. */
function matrixOf(framework: Framework, criteria: readonly CriterionCoverage[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell['claims'][number][]>();
  for (const criterion of criteria) {
    for (const claim of criterion.claims) {
      for (const cell of cellsOf(framework, claim)) {
        cells.set(cell, [...(cells.get(cell) ?? []), { criterion: criterion.key, path: criterion.path ?? '', basis: claim.basis }]);
      }
    }
  }
  return elementsOf(framework, 'attribute').flatMap((attribute) =>
    elementsOf(framework, 'domain').map((domain) => ({
      attribute: attribute.key,
      domain: domain.key,
      claims: cells.get(`${attribute.key}\n${domain.key}`) ?? [],
    })),
  );
}

/** The cells of the matrix that a claim fills. */
function cellsOf(framework: Framework, claim: Claim): string[] {
  const attributes = attributeKeys(framework, claim);
  return domainKeys(framework, claim).flatMap((domain) => attributes.map((attribute) => `${attribute}\n${domain}`));
}
