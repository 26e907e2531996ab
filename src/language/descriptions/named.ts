import type { DocumentFacts } from '../../core/facts/types.js';
import { labelled } from '../../core/model/framework.js';
import type { Annotation } from '../../core/schema/annotations.js';
import { titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { annotated } from '../targets/field-target.js';
import { labelOf } from './source.js';

/** The title of what a key in a field stands for; undefined where it stands for nothing that has one. */
export function titleOfNamed(annotation: Annotation, facts: DocumentFacts, snapshot: WorkspaceSnapshot): string | undefined {
  if (annotation.kind === 'section') return undefined;
  const named = annotated(annotation, facts, snapshot);
  switch (named?.kind) {
    case 'element':
      return labelled({ number: named.element.number, title: named.element.shortTitle });
    case 'framework':
      return named.framework.shortTitle;
    case 'source':
      return labelOf(named.source, snapshot);
    case 'application':
      return named.application.title;
    case 'document': {
      const document = snapshot.facts(named.path);
      return document && titleOf(document);
    }
    default:
      return undefined;
  }
}
