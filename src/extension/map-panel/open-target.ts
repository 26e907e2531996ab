import * as vscode from 'vscode';
import type { PanelChoice } from '../../map/panel/messages.js';
import type { MapTarget } from '../../map/types.js';
import { type LocateParams, type LocateResult, MAP_REQUESTS } from '../../server/protocol/map.js';
import type { Guidance } from '../guidance.js';
import { positionOf } from '../protocol-range.js';
import { showPlace } from './editors.js';

/** Where something is opened from. */
export interface OpenFrom {
  readonly guidance: Guidance;
  readonly choice: PanelChoice;
  /** The group that the panel is in. */
  readonly column: vscode.ViewColumn | undefined;
  readonly aside: boolean;
}

/** Opens what a shape of the map stands for; false where there is nothing yet. */
export async function openTarget(target: MapTarget, { guidance, choice, column, aside }: OpenFrom): Promise<boolean> {
  const { root, map = '' } = choice;
  const place = await guidance.ask<LocateResult | null, LocateParams>(MAP_REQUESTS.locate, { root, map, target });
  if (!place) return false;
  // Nothing is selected: what is typed next is not to replace it.
  const start = positionOf(place.range.start);
  await showPlace(vscode.Uri.parse(place.uri), new vscode.Range(start, start), { panel: column, aside });
  return true;
}
