import type { ElementKind, Framework } from '../../core/model/framework.js';
import { applicationOf } from '../../core/workspace/document.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import type { FieldPath } from '../../core/yaml/value.js';
import type { LanguageDocument } from '../language-document.js';
import { fieldAt } from './field-at.js';
import { targetAt } from './target-at.js';

/** What of a framework is at a place of a file. */
export interface ElementAt {
  readonly framework: Framework;
  /** The key of the application that the file belongs to, if it belongs to one. */
  readonly application: string | undefined;
  /** Undefined where nothing less than the whole framework is meant. */
  readonly element: { readonly kind: ElementKind; readonly key: string } | undefined;
  /** Whether it is named at the very place, or is what the whole file is about. */
  readonly by: 'place' | 'document';
}

/**
 * The element that is named at an offset, or whose entry in a framework's file the offset is in; else the one that the document is
 * about. Undefined for files that have to do with no framework.
 */
export function elementAt(document: LanguageDocument, offset: number): ElementAt | undefined {
  const { facts, snapshot } = document;
  const application = snapshot.application(applicationOf(facts) ?? '')?.key;
  const target = targetAt(document, offset);
  if (target?.kind === 'element') {
    const { framework, element } = target;
    return { framework, application, element, by: 'place' };
  }
  if (target?.kind === 'framework') return { framework: target.framework, application, element: undefined, by: 'place' };
  return entryAt(document, offset) ?? wholeDocument(document, application);
}

/** The entry of a framework's file, wherever in it the offset is. */
function entryAt({ facts, source, snapshot, path }: LanguageDocument, offset: number): ElementAt | undefined {
  const framework = snapshot.frameworks.find((one) => one.path === path);
  if (!framework) return undefined;
  const at = fieldAt(facts, source.text, offset)?.field;
  const element = at && framework.elements.find(({ field }) => isWithin(at, field));
  return { framework, application: undefined, element, by: element ? 'place' : 'document' };
}

function isWithin(field: FieldPath, entry: FieldPath): boolean {
  return entry.length > 0 && entry.every((part, index) => field[index] === part);
}

function wholeDocument({ facts, snapshot }: LanguageDocument, application: string | undefined): ElementAt | undefined {
  const subject = subjectElement(facts, snapshot);
  if (!subject && application === undefined) return undefined;
  const framework = snapshot.frameworkOf(facts);
  return framework && { framework, application, element: subject, by: 'document' };
}
