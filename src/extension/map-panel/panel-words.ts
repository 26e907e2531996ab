import * as vscode from 'vscode';
import type { PanelWords } from '../../map/panel/words.js';

/** What the panel says beside the map's own words. The numbers in braces are filled in there. */
export function panelWords(): PanelWords {
  return {
    map: vscode.l10n.t('Destination Map'),
    chooseMap: vscode.l10n.t('Map of'),
    showMissing: vscode.l10n.t('Show what is missing'),
    filter: vscode.l10n.t('Filter'),
    atCursor: vscode.l10n.t('At the cursor: {0}'),
    toWrite: vscode.l10n.t('Still to be written'),
    nothingToWrite: vscode.l10n.t('Nothing is left to be written here: every criterion is covered.'),
    toBeWritten: vscode.l10n.t('Still to be written: {0}.'),
    oneCriterion: vscode.l10n.t('guidance on 1 criterion'),
    criteria: vscode.l10n.t('guidance on {0} criteria'),
    oneSection: vscode.l10n.t('1 section'),
    sections: vscode.l10n.t('{0} sections'),
    and: vscode.l10n.t('{0} and {1}'),
    showList: vscode.l10n.t('Go to the list'),
    noGuidance: vscode.l10n.t('No guidance yet.'),
    planned: vscode.l10n.t('No guidance yet; it is planned.'),
    draft: vscode.l10n.t('Written, and still a draft.'),
    partMissing: vscode.l10n.t('Part {0}, {1}, is missing.'),
    writeIt: vscode.l10n.t('Write it'),
    writeThat: vscode.l10n.t('Write it: {0}'),
    listTitle: vscode.l10n.t('Criteria'),
    matrixTitle: vscode.l10n.t('Attributes and core domains'),
    legendTitle: vscode.l10n.t('How to read the map'),
    wordsTitle: vscode.l10n.t('The map in words'),
    keys: vscode.l10n.t(
      'On the map, arrow keys go round the criteria, Home and End to the first and the last, Escape to the centre and then out of the map. Enter opens what is selected.',
    ),
    noMap: vscode.l10n.t('There is no map to show yet: no framework is named in the guidance that is open.'),
    noGuidanceOpen: vscode.l10n.t('There is no guidance in what is open.'),
    newFolder: vscode.l10n.t('New Guidance Folder'),
  };
}
