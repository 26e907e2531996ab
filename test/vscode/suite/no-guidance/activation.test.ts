import { assert } from 'chai';
import { languages, window } from 'vscode';
import { ourExtension } from '../support/extension.js';
import { open } from '../support/workspace.js';

describe('the extension in a folder without guidance', () => {
  it('does not start, whatever is opened', async () => {
    const { document } = await open('notes.md');
    await open('data.yml');
    // VS Code has asked all extensions that do Markdown by the time that it has an answer.
    await languages.getLanguages();
    await window.showTextDocument(document);
    assert.isFalse(ourExtension().isActive);
    assert.isEmpty(languages.getDiagnostics(document.uri));
  });
});
