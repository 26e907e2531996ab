import type { DocumentFacts, Heading } from '../facts/types.js';
import type { FrameworkElement } from '../model/framework.js';
import { applicationOf, fieldText } from './document.js';
import { foldName } from './keys.js';
import type { WorkspaceSnapshot } from './snapshot.js';
import { documentsAbout } from './subjects.js';

/** What a wiki link means. */
export type WikiTarget =
  | { readonly kind: 'document'; readonly facts: DocumentFacts }
  /** An element of the framework that no document of its own explains. */
  | { readonly kind: 'element'; readonly element: FrameworkElement }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly DocumentFacts[] }
  | { readonly kind: 'unresolved' };

/**
 * Resolves the name in a wiki link: to a document of the same application, else to any document, else to the
 * framework's element of that key.
 * @param from the document that holds the link
 */
export function wikiTarget(name: string, from: DocumentFacts, snapshot: WorkspaceSnapshot): WikiTarget {
  const named = snapshot.documentsNamed(name);
  const elements = elementsNamed(name, from, snapshot);
  const own = applicationOf(from);
  if (own !== undefined) {
    const near = (documents: readonly DocumentFacts[]) => documents.filter((facts) => applicationOf(facts) === own);
    const found = oneOf(near(named), name) ?? oneOf(near(elements.flatMap((found) => found.documents)), name);
    if (found) return found;
  }
  const found = oneOf(named, name);
  if (found) return found;
  const element = elements.find(({ documents }) => documents.length > 0) ?? elements[0];
  if (!element) return { kind: 'unresolved' };
  return oneOf(element.documents, name) ?? { kind: 'element', element: element.element };
}

/** The heading that a wiki link names, by its text or its anchor. */
export function wikiHeading(heading: string, facts: DocumentFacts): Heading | undefined {
  const wanted = foldName(heading);
  return facts.headings.find((found) => foldName(found.text) === wanted || found.slug === wanted);
}

function oneOf(documents: readonly DocumentFacts[], name: string): WikiTarget | undefined {
  const [first, ...others] = documents;
  if (!first) return undefined;
  if (others.length === 0) return { kind: 'document', facts: first };
  // A document is known by its id: the name of another's file does not compete with it.
  const byId = documents.filter((facts) => foldName(fieldText(facts, 'id') ?? '') === foldName(name));
  const [only] = byId;
  return only && byId.length === 1 ? { kind: 'document', facts: only } : { kind: 'ambiguous', candidates: documents };
}

function elementsNamed(
  name: string,
  from: DocumentFacts,
  snapshot: WorkspaceSnapshot,
): { element: FrameworkElement; documents: readonly DocumentFacts[] }[] {
  const framework = snapshot.frameworkOf(from);
  const key = foldName(name);
  const elements = framework ? framework.elements.filter((element) => element.key === key) : [];
  return elements.map((element) => ({ element, documents: framework ? documentsAbout(element, framework, snapshot) : [] }));
}
