import { assert } from 'chai';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Hover,
  type Location,
  languages,
  type MarkdownString,
  Range,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { eventually } from './support/eventually.js';
import { activated } from './support/extension.js';
import { at, changing, open, positionOf } from './support/workspace.js';

const GUIDANCE = 'guidance/rasso/feedback-culture.md';
const BROKEN = 'small/pages/broken.md';

describe('in an editor', () => {
  before(activated);

  it('completes the value of a field, by titles', async () => {
    const { document } = await open(GUIDANCE);
    const position = positionOf(document, 'criterion: ', 'end');
    await eventually(async () => {
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
      const found = list.items.find((item) => JSON.stringify(item).includes('learning-requirements'));
      assert.match(JSON.stringify(found?.label), /3: /);
    });
  });

  it('explains what is pointed at', async () => {
    const { document } = await open(GUIDANCE);
    const position = positionOf(document, 'reflective-practice]');
    await eventually(async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
      const texts = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value));
      assert.include(texts.join('\n').toLowerCase(), 'reflective practice');
    });
  });

  it('leads from a citation to its source', async () => {
    const { document } = await open('small/small-craft/life-jackets.md');
    await eventually(async () => {
      const position = positionOf(document, '[@', 'end');
      const found = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', document.uri, position);
      assert.isTrue(JSON.stringify(found).includes('small/sources.yml'));
    });
  });

  it('mends a finding, which is undone in one step', async () => {
    await changing(BROKEN, async ({ document }) => {
      const before = document.getText();
      const range = new Range(positionOf(document, 'drafft'), positionOf(document, 'drafft', 'end'));
      const fix = await eventually(async () => {
        const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
        const found = actions.find(({ title }) => title.includes('“draft”'));
        assert.isDefined(found?.edit);
        return found?.edit as WorkspaceEdit;
      });
      assert.isTrue(await workspace.applyEdit(fix));
      assert.equal(document.getText(), before.replace('drafft', 'draft'));
      await eventually(() => assert.isEmpty(findingsOf(document.uri, 'field-choice')));
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await eventually(() => assert.isNotEmpty(findingsOf(document.uri, 'field-choice')));
    });
  });

  it('renames a heading and what leads to it, which is undone in one step', async () => {
    await changing(BROKEN, async (editor) => {
      const { document } = editor;
      await editor.edit((edit) =>
        edit.insert(document.positionAt(document.getText().length), '\n## Old words\n\nSee [above](#old-words).\n'),
      );
      const before = document.getText();
      const edit = await eventually(async () => {
        const position = positionOf(document, 'Old words');
        const renaming = commands.executeCommand<WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          position,
          'New words',
        );
        const found = await renaming;
        assert.lengthOf(found.get(document.uri), 2);
        return found;
      });
      assert.isTrue(await workspace.applyEdit(edit));
      assert.include(document.getText(), '## New words\n\nSee [above](#new-words)');
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  });

  it('mends all that is safe to mend when a document is saved, where the settings say so', async () => {
    const settings = workspace.getConfiguration('editor', at('small'));
    await settings.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, false);
    try {
      await changing('small/small-craft/near-miss-reports.md', async (editor) => {
        const { document } = editor;
        await eventually(() => assert.isNotEmpty(findingsOf(document.uri, 'element-key')));
        await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\nOne line more.\n'));
        assert.isTrue(await document.save());
        assert.include(document.getText(), '\ncriterion: near-miss-reports ');
      });
    } finally {
      await settings.update('codeActionsOnSave', undefined, false);
    }
  });
});

function findingsOf(uri: Location['uri'], ruleId: string) {
  return languages.getDiagnostics(uri).filter(({ code }) => (typeof code === 'object' ? code.value : code) === ruleId);
}
