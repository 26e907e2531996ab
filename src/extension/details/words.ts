import * as vscode from 'vscode';
import type { DetailsWords } from '../../language/details/panel/messages.js';

/** What the form says beside the words of the schema and the linter. The numbers in braces are filled in there. */
export function detailsWords(): DetailsWords {
  const { t } = vscode.l10n;
  return {
    required: t('required'),
    moreFields: t('More fields: {0}'),
    notChosen: t('Not chosen'),
    unknownValue: t('{0} (not in the list)'),
    search: t('Search by number or words'),
    addOne: t('Add to “{0}”'),
    noMatch: t('Nothing matches “{0}”.'),
    matches: t('{0} to choose from'),
    add: t('Add'),
    remove: t('Remove'),
    removeItem: t('Remove “{0}”'),
    moveUp: t('Move “{0}” up'),
    moveDown: t('Move “{0}” down'),
    newItem: t('Nothing said yet'),
    wholeRow: t('As a whole'),
    gridHelp: t('Tick what is meant, then say why below. The arrow keys go from cell to cell; Enter goes to the reason.'),
    reasons: t('Reasons'),
    goToReason: t('Its reason is below'),
    editInText: t('Edit in the text'),
    textOnly: t('This is written in a way that only the text can show.'),
    error: t('Error'),
    warning: t('Warning'),
    note: t('Note'),
    problems: t('{0} things to look at'),
    oneProblem: t('1 thing to look at'),
    noProblems: t('No problems in these details'),
    firstProblem: t('Go to the first'),
    unreadable: t('The details cannot be read'),
    unreadableHelp: t(
      'Something in the front matter, between the two lines of dashes at the top, is not written as it should be. Mend it there, and the form comes back.',
    ),
    showMe: t('Show me'),
    missing: t('This document has no details yet'),
    missingHelp: t('Details say what a document is about: its title, type and status. They stand at its top, as front matter.'),
    type: t('What kind of document is it?'),
    addFrontMatter: t('Add details'),
    dataFile: t('This is a data file. It is edited in the text, where everything that can be written is offered.'),
    noDocument: t('Open a guidance document to edit its details here.'),
    notGuidance: t('“{0}” is no guidance document, so it has no details.'),
    noGuidance: t('No guidance is open. A guidance folder has a file guidance.yml in it.'),
    failed: t('The details could not be loaded. Look at the output of Destination Map for the reason.'),
    newGuidance: t('New guidance for a criterion'),
    newFolder: t('New guidance folder'),
    readOnly: t('This file cannot be changed.'),
    notADay: t('“{0}” is not a day. Choose one, or correct it in the text.'),
  };
}
