import { assert } from 'chai';
import { commands, TabInputWebview, ViewColumn, window, workspace } from 'vscode';
import { eventually } from './support/eventually.js';
import { activated } from './support/extension.js';

describe('the panel with the map', () => {
  const tabs = () =>
    window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof TabInputWebview && /destinationMap\.map$/.test(input.viewType));

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the document, once, and leaves the cursor there', async () => {
    await activated();
    const [file] = await workspace.findFiles('guidance/rasso/feedback-culture.md');
    assert.isDefined(file);
    if (!file) return;
    const editor = await window.showTextDocument(file, { viewColumn: ViewColumn.One });
    await commands.executeCommand('destinationMap.openMap');
    await commands.executeCommand('destinationMap.openMap');
    await eventually(() => assert.lengthOf(tabs(), 1));
    assert.equal(tabs()[0]?.group.viewColumn, ViewColumn.Two);
    assert.equal(window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });
});
