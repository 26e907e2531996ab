import type { DocumentFacts } from '../../core/facts/types.js';
import { isPlaceholder } from '../../core/markdown/sections.js';
import { type ElementKind, type Framework, type FrameworkElement, findCurrent } from '../../core/model/framework.js';
import { fieldsOf } from '../../core/workspace/document.js';
import { textAt, valueAt } from '../../core/yaml/value.js';
import type { PageIndex } from './page-index.js';

/** A place in a document's fields that names an element. */
export interface ElementUse {
  readonly facts: DocumentFacts;
  /** The title of the field: “Criteria that this supports”. */
  readonly field: string;
  readonly because: string | undefined;
  readonly basis: string | undefined;
  /** The section of the document that does it, as its heading has it. */
  readonly section: string | undefined;
  /** Whether the field says what the whole document is about. */
  readonly subject: boolean;
}

/** Where the elements of the frameworks are named. */
export interface ElementUses {
  of(framework: Framework, element: FrameworkElement): readonly ElementUse[];
}

/** Finds every place in the documents of a site that names an element, whatever the type of the document. */
export function elementUses(index: PageIndex): ElementUses {
  const found = new Map<string, ElementUse[]>();
  for (const facts of index.documents) {
    const framework = index.snapshot.frameworkOf(facts);
    if (!framework || facts.fields.state !== 'parsed') continue;
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind !== 'element' || annotation.kinds.includes('framework')) continue;
      const element = findCurrent(framework, annotation.kinds as readonly ElementKind[], annotation.value);
      if (!element) continue;
      const key = keyOf(framework, element);
      const same = found.get(key);
      const use = useAt(facts, annotation.path, index);
      if (same) same.push(use);
      else found.set(key, [use]);
    }
  }
  return { of: (framework, element) => found.get(keyOf(framework, element)) ?? [] };
}

function keyOf(framework: Framework, element: FrameworkElement): string {
  return `${framework.key}\n${element.kind}\n${element.key}`;
}

/** A use with the reason that stands beside it, where its entry gives one. */
function useAt(facts: DocumentFacts, path: readonly (string | number)[], index: PageIndex): ElementUse {
  const [name] = path;
  const entry = path.length > 2 ? valueAt(fieldsOf(facts), path.slice(0, 2)) : undefined;
  const because = textAt(entry, 'because');
  const properties = index.snapshot.types.get(facts.type ?? '')?.tree.properties;
  return {
    facts,
    field: properties?.get(String(name))?.schema.title ?? String(name),
    because: because === undefined || isPlaceholder(because) ? undefined : because,
    basis: textAt(entry, 'basis'),
    section: textAt(entry, 'section'),
    subject: path.length === 1,
  };
}
