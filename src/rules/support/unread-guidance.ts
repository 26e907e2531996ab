import type { DocumentFacts } from '../../core/facts/types.js';
import { isPlaceholder } from '../../core/markdown/sections.js';
import { type Framework, findElement } from '../../core/model/framework.js';
import { type Application, documentsOf } from '../../core/workspace/application.js';
import { applicationOf, type Claim, claimsOf, criterionOf, fileStem, isWithdrawn } from '../../core/workspace/document.js';
import { keptByRoot } from '../../core/workspace/kept-index.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { isViolated } from './violations.js';

/** What is there of an application's guidance and does not count, for a reason that has a finding of its own. */
export interface UnreadGuidance {
  /** The keys of the criteria whose document is there, but broken. */
  readonly criteria: ReadonlySet<string>;
  /** The keys of the domains and attributes that are served by claims which still lack their reason. */
  readonly claimed: ReadonlySet<string>;
  /** Whether claims may be made that nobody can read: what is not claimed at all is not known then. */
  readonly anyClaims: boolean;
}

const byFolder = keptByRoot(({ path }) => [folderOf(path)]);
const computed = new WeakMap<Application, UnreadGuidance>();

/** Looks through an application's documents, and those in the folder of its own document, for what cannot be read. */
export function unreadGuidance(application: Application, snapshot: WorkspaceSnapshot): UnreadGuidance {
  let unread = computed.get(application);
  if (!unread) {
    unread = collect(application, snapshot);
    computed.set(application, unread);
  }
  return unread;
}

function collect(application: Application, snapshot: WorkspaceSnapshot): UnreadGuidance {
  const { framework } = application;
  const criteria = new Set<string>();
  const claimed = new Set<string>();
  let anyClaims = false;
  const beside = byFolder(snapshot).get(folderOf(application.path));
  for (const facts of framework ? new Set([...documentsOf(application.key, snapshot), ...beside]) : []) {
    if (!framework || facts.path === application.path) continue;
    const own = applicationOf(facts) === application.key;
    const broken = brokenCriterion(facts, own, framework, snapshot);
    if (broken !== undefined) criteria.add(broken);
    if (broken !== undefined || (facts.fields.state !== 'parsed' && facts.fields.state !== 'missing')) anyClaims = true;
    for (const claim of own ? claimsOf(facts) : []) {
      if (!isKnown(claim, framework)) anyClaims = true;
      if (claim.because !== undefined && isPlaceholder(claim.because))
        for (const name of [claim.domain, ...claim.attributes]) claimed.add(keyOf(name, framework));
    }
  }
  return { criteria, claimed, anyClaims };
}

/** The key of the criterion that a document is about and does not count for; undefined where it counts, or is about none. */
function brokenCriterion(facts: DocumentFacts, own: boolean, framework: Framework, snapshot: WorkspaceSnapshot): string | undefined {
  const criterion = findElement(framework, ['criterion'], criterionOf(facts) ?? '');
  if (criterion && own) return !isWithdrawn(facts) && isViolated(facts, ['status']) ? criterion.key : undefined;
  const application = applicationOf(facts);
  // It belongs to another application, and that one is there.
  if (!own && application !== undefined && snapshot.application(application)) return undefined;
  return (criterion ?? framework.elements.find((element) => element.kind === 'criterion' && element.key === fileStem(facts.path)))?.key;
}

function isKnown({ domain, attributes }: Claim, framework: Framework): boolean {
  return (
    findElement(framework, ['domain'], domain) !== undefined && attributes.every((name) => findElement(framework, ['attribute'], name))
  );
}

function keyOf(name: string, framework: Framework): string {
  return findElement(framework, ['attribute', 'domain'], name)?.key ?? name;
}

/** The folder of a file, from the root; empty for the root itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
