import * as vscode from 'vscode';
import type { DestinationMapView } from '../../map/types.js';
import { CREATE_REQUESTS, type CreateResult, type WriteGuidanceParams } from '../../server/protocol/create.js';
import { MAP_REQUESTS, type WriteSectionParams, type WriteSectionResult } from '../../server/protocol/map.js';
import { takeCreated } from '../commands/take-created.js';
import type { Guidance } from '../guidance.js';
import { rangeOf } from '../protocol-range.js';
import { columnFor, showPlace } from './editors.js';

/** What is missing: all guidance on a criterion, or a section of it. */
export interface Missing {
  readonly criterion: string;
  readonly section: string | undefined;
}

/** Where it is missing. */
export interface MissingFrom {
  readonly guidance: Guidance;
  readonly root: string;
  readonly view: DestinationMapView;
  /** The group that the panel is in. */
  readonly column: vscode.ViewColumn | undefined;
}

/**
 * Begins what is missing and opens it where the first words go.
 * @throws Error where that cannot be done
 */
export async function writeMissing({ criterion, section }: Missing, from: MissingFrom): Promise<void> {
  const { guidance, root, view, column } = from;
  const path = view.criteria.find(({ key }) => key === criterion)?.path;
  if (path !== undefined && section !== undefined) return writeSection({ root, path, section }, from);
  const application = view.application?.key;
  if (application === undefined) return;
  const params = { root, application, criterion };
  const result = await guidance.ask<CreateResult, WriteGuidanceParams>(CREATE_REQUESTS.writeGuidance, params);
  await takeCreated(result, columnFor(undefined, column));
}

async function writeSection(params: WriteSectionParams, { guidance, column }: MissingFrom): Promise<void> {
  const result = await guidance.ask<WriteSectionResult, WriteSectionParams>(MAP_REQUESTS.writeSection, params);
  if ('refused' in result) throw new Error(result.refused);
  if (result.edit && !(await guidance.apply(result.edit))) throw new Error(vscode.l10n.t('The section could not be added.'));
  await showPlace(vscode.Uri.parse(result.opens), rangeOf(result.range), { panel: column, aside: false });
}
