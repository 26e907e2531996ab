import { coverageOf } from '../../core/coverage/coverage.js';
import { headingNamed } from '../../core/coverage/section-states.js';
import { type ElementKind, findElement } from '../../core/model/framework.js';
import type { Application } from '../../core/workspace/application.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { Place, SourceFor } from '../language-document.js';
import type { Named } from '../targets/target.js';
import { definitionPlace, fieldRange } from './places.js';

/** What a shape of a drawn framework stands for. */
export type Shape =
  | { readonly kind: Exclude<ElementKind, 'audience' | 'practice'> | 'hub'; readonly key: string }
  | { readonly kind: 'document'; readonly path: string; readonly section?: string };

/** What is drawn, by its keys: a framework, as an application applies it or by itself. */
export interface Drawn {
  readonly framework: string;
  readonly application: string | undefined;
}

/**
 * Where a shape leads: to what the application has written, else to where it says why there is nothing, else to the element
 * as its framework defines it; nowhere for a criterion that is simply missing.
 */
export function shapePlace(shape: Shape, drawn: Drawn, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place | undefined {
  const application = drawn.application === undefined ? undefined : snapshot.application(drawn.application);
  const path = pathOf(shape, application, snapshot);
  if (path !== undefined) return definitionPlace(documentNamed(path, shape, snapshot), snapshot, sourceFor);
  if (shape.kind === 'criterion' && application) return entryPlace(shape.key, application, snapshot, sourceFor);
  const named = elementNamed(shape, drawn, snapshot);
  return named && definitionPlace(named, snapshot, sourceFor);
}

/** The document that a shape stands for: in the middle of an application's map stands the application. */
function pathOf(shape: Shape, application: Application | undefined, snapshot: WorkspaceSnapshot): string | undefined {
  if (shape.kind === 'document') return shape.path;
  if (shape.kind === 'hub') return application?.path;
  if (shape.kind !== 'criterion' || !application) return undefined;
  const coverage = coverageOf(snapshot).applications.find((one) => one.application === application.key);
  return coverage?.criteria.find(({ key }) => key === shape.key)?.path;
}

/** A document by its title, so that it is shown from where it is read and not from where its fields begin. */
function documentNamed(path: string, shape: Shape, snapshot: WorkspaceSnapshot): Named {
  const facts = snapshot.facts(path);
  const section = 'section' in shape ? shape.section : undefined;
  const heading = facts?.headings[section === undefined ? 0 : headingNamed(facts, section)];
  return heading ? { kind: 'heading', path, heading } : { kind: 'document', path };
}

/** The entry of an application's document that says how a criterion stands. */
function entryPlace(criterion: string, application: Application, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place | undefined {
  const { path, entries } = application;
  const entry = entries.find((one) => one.criterion?.key === criterion);
  const facts = snapshot.facts(path);
  const source = sourceFor(path);
  return entry && facts && source ? { path, range: fieldRange(facts, source, [...entry.field, 'criterion']) } : undefined;
}

function elementNamed(shape: Shape, drawn: Drawn, snapshot: WorkspaceSnapshot): Named | undefined {
  const framework = snapshot.frameworks.find(({ key }) => key === drawn.framework);
  if (!framework || shape.kind === 'document') return undefined;
  if (shape.kind === 'hub') return { kind: 'framework', framework };
  const element = findElement(framework, [shape.kind], shape.key);
  return element && { kind: 'element', framework, element };
}
