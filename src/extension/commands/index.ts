import * as vscode from 'vscode';
import { SHOW_REFERENCES } from '../client/client-options.js';
import type { Extension } from '../extension.js';
import { tellError } from '../tell-error.js';
import { coverageReport } from './coverage-report.js';
import { exportFormat } from './export-format.js';
import { exportMap } from './export-map.js';
import { exportSite } from './export-site.js';
import { importWord } from './import-word.js';
import { insertCitation } from './insert-citation.js';
import { lintWorkspace } from './lint-workspace.js';
import { markReviewed } from './mark-reviewed.js';
import { newApplication } from './new-application.js';
import { newFolder } from './new-folder.js';
import { newGuidance } from './new-guidance.js';
import { openDetails } from './open-details.js';
import { openMap } from './open-map.js';
import { openToSide } from './open-to-side.js';
import { previewSite, stopPreview } from './preview-site.js';
import { showReferences } from './show-references.js';

/** Every command, by the name that the manifest gives it. */
const COMMANDS: Readonly<Record<string, (extension: Extension, ...args: never[]) => unknown>> = {
  'destinationMap.newFolder': newFolder,
  'destinationMap.newApplication': newApplication,
  'destinationMap.newGuidance': newGuidance,
  'destinationMap.insertCitation': insertCitation,
  'destinationMap.markReviewed': markReviewed,
  'destinationMap.lintWorkspace': lintWorkspace,
  'destinationMap.coverageReport': coverageReport,
  'destinationMap.exportSite': exportSite,
  'destinationMap.exportFormat': exportFormat,
  'destinationMap.importWord': importWord,
  'destinationMap.previewSite': previewSite,
  'destinationMap.stopPreview': stopPreview,
  'destinationMap.openMap': openMap,
  'destinationMap.exportMap': exportMap,
  'destinationMap.openDetails': openDetails,
  'destinationMap.openToSide': openToSide,
  [SHOW_REFERENCES]: showReferences,
};

/** Registers all commands; what goes wrong in one is told in words. */
export function registerCommands(extension: Extension): vscode.Disposable[] {
  const commands = Object.entries(COMMANDS).map(([name, run]) =>
    vscode.commands.registerCommand(name, async (...args: never[]) => {
      try {
        return await run(extension, ...args);
      } catch (error) {
        tellError(error);
        return undefined;
      }
    }),
  );
  return [...commands, { dispose: stopPreview }];
}
