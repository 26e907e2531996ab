import * as vscode from 'vscode';
import type { PanelChoice } from '../../map/panel/messages.js';
import {
  type ElementParams,
  type ElementResult,
  MAP_REQUESTS,
  type MapParams,
  type MapResult,
  type PictureParams,
} from '../../server/protocol/map.js';
import type { Extension } from '../extension.js';
import { fileIn, type Guidance } from '../guidance.js';

/** Writes the map that is shown, else that of the active document, as an SVG or PNG file where somebody says. */
export async function exportMap({ guidance, maps }: Extension): Promise<void> {
  const choice = await choiceOf(guidance, maps.current?.shown);
  if (!choice) throw new Error(vscode.l10n.t('there is no map to export: no framework is named in the guidance that is open.'));
  const name = choice.map?.replace(/^.*\//, '') ?? 'map';
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the Map as a Picture'),
    defaultUri: fileIn(choice.root, `${name}-map.svg`),
    filters: { SVG: ['svg'], PNG: ['png'] },
  });
  if (!target) return;
  const isPng = target.path.toLowerCase().endsWith('.png');
  const params: PictureParams = { ...(choice as MapParams), paper: isPng };
  const svg = await guidance.ask<string | null, PictureParams>(MAP_REQUESTS.picture, params);
  if (svg === null) throw new Error(vscode.l10n.t('there is no such map any more.'));
  // Pixels are drawn by the panel's page, which there is in browsers too.
  const bytes = isPng ? await maps.show().png(svg) : new TextEncoder().encode(svg);
  await vscode.workspace.fs.writeFile(target, bytes);
  const open = vscode.l10n.t('Open');
  const words = vscode.l10n.t('The map is written to {0}.', vscode.workspace.asRelativePath(target));
  if ((await vscode.window.showInformationMessage(words, open)) === open) await vscode.commands.executeCommand('vscode.open', target);
}

async function choiceOf(guidance: Guidance, shown: PanelChoice | undefined): Promise<PanelChoice | undefined> {
  const about = shown ?? (await ofActiveDocument(guidance));
  const { chosen } = await guidance.ask<MapResult, MapParams>(MAP_REQUESTS.map, (about ?? {}) as MapParams);
  return chosen;
}

async function ofActiveDocument(guidance: Guidance): Promise<PanelChoice | undefined> {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  if (!document || !selection) return undefined;
  const { line, character } = selection.active;
  const params = { uri: document.uri.toString(), position: { line, character } };
  const found = await guidance.ask<ElementResult | null, ElementParams>(MAP_REQUESTS.elementAt, params);
  return found ? { root: found.root, map: found.map } : undefined;
}
