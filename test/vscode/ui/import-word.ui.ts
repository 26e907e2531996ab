import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { fillWithGuidance } from '../host/scenarios.js';
import { withWorkbench } from '../host/with-workbench.js';
import { eventually } from '../suite/support/eventually.js';

/** A Word document with a heading for each criterion, and texts under it by section. */
function wordFile(criteria: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<Buffer> {
  const children = Object.entries(criteria).flatMap(([criterion, sections]) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: criterion }),
    ...Object.entries(sections).flatMap(([section, text]) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, text: section }),
      new Paragraph(text),
    ]),
  ]);
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The documents of these tests, which are made before the window is opened on the folder that they are in. */
function wordDocuments(): Record<string, Buffer | string> {
  const documents: Record<string, Buffer | string> = { 'empty.docx': 'not a document' };
  before(async () => {
    documents['trees.docx'] = await wordFile({
      '12 Feedback culture': { 'Questions to reflect on': 'Who hears what the trees say?' },
      '7 Learning design': { 'Questions to reflect on': 'Which tree teaches whom?' },
    });
    documents['answers.docx'] = await wordFile({
      '12 Feedback culture': { 'What this means': 'It means much.', 'Questions to reflect on': 'Only one question is left.' },
      '7 Learning design': { 'What this means': 'Content comes first.', 'Questions to reflect on': 'Which one is this?' },
    });
  });
  return documents;
}

describe('importing a Word document', () => {
  const documents = wordDocuments();
  const workbench = withWorkbench('import-word', {
    fill: (folder) => {
      fillWithGuidance(folder);
      for (const [name, content] of Object.entries(documents)) writeFileSync(join(folder, name), content);
    },
  });
  const input = () => workbench().page.locator('.quick-input-widget input[type=text]');
  const answer = (text: string) => workbench().page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const read = (path: string) => readFileSync(join(workbench().folder, path), 'utf8');
  const isThere = (path: string) => existsSync(join(workbench().folder, path));
  /** What was told, once it is. */
  async function told(text: string) {
    await workbench().command('Notifications: Show Notifications');
    const row = workbench().rows('.notifications-center', text).first();
    await row.waitFor();
    return row;
  }

  before(() => workbench().page.locator('.statusbar-item', { hasText: 'of 17 criteria' }).waitFor());

  /** Begins an import of a document. */
  async function importing(name: string): Promise<void> {
    const { page } = workbench();
    await workbench().press('F1', input());
    await input().fill('>Import a Word Document');
    await answer('Import a Word Document').waitFor();
    await page.keyboard.press('Enter');
    await answer('RASSO').click();
    await answer(name).click();
    await answer('A new application').waitFor();
  }

  it('begins at a document in the explorer, and says in the command’s own words why it cannot be read', async () => {
    const { page } = workbench();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'empty.docx' }).click({ button: 'right' });
    await page.locator('.monaco-menu .action-label', { hasText: 'Import a Word Document' }).hover();
    await workbench().shot('menu');
    await page.locator('.monaco-menu .action-label', { hasText: 'Import a Word Document' }).click();
    // Which document is meant is known: after the folder, the application is asked for.
    await answer('RASSO').click();
    await answer('A new application').waitFor();
    await answer('RASSO').click();
    await told('is not a Word document. Give a file that Word');
    await workbench().shot('refused');
  });

  it('starts an application, as one change that is undone in one step', async () => {
    const { page } = workbench();
    await importing('trees.docx');
    await workbench().shot('which-application');
    await answer('A new application').click();
    await page.locator('.quick-input-widget input[placeholder*="Domestic abuse"]').waitFor();
    await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await answer('A new application').click();
    await page.locator('.quick-input-widget input[placeholder*="Domestic abuse"]').waitFor();
    await input().fill('Tree care');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'index.md' }).waitFor();
    const row = await told('Imported from “trees.docx”: 2 of 17 criteria');
    await workbench().shot('imported');
    await row.hover();
    await row.locator('.monaco-button', { hasText: 'Show What to Decide' }).click();
    await page.locator('.tab.active', { hasText: 'imported-from-word.md' }).waitFor();
    assert.match(read('guidance/tree-care/index.md'), /^application: tree-care$/m);
    assert.match(read('guidance/tree-care/feedback-culture.md'), /Who hears what the trees say\?/);
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+z');
    await eventually(() => assert.ok(!isThere('guidance/tree-care/feedback-culture.md')));
  });

  it('shows what reads otherwise, takes over what is ticked, and nothing else', async () => {
    const { page } = workbench();
    const paths = ['feedback-culture', 'learning-design'].map((name) => `guidance/rasso/${name}.md`) as [string, string];
    const [untouched, before] = [read(paths[0]), read(paths[1])];
    const report = 'guidance/rasso/imported-from-word.md';
    await importing('answers.docx');
    await answer('RASSO').click();
    const preview = page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row', { hasText: 'learning-design.md' }).locator('.edit-checkbox').click();
    await workbench().shot('preview');
    await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
    await told('Imported from “answers.docx”: 2 of 17 criteria');
    await page.keyboard.press('Escape');
    await eventually(() =>
      assert.match(
        read(paths[1]),
        /## What this means\n\nContent comes first\.\n[\s\S]*## Questions to reflect on\n\nWhich one is this\?\n$/,
      ),
    );
    assert.equal(read(paths[0]), untouched);
    assert.ok(isThere(report));
    // What was changed is saved, and goes back as one, with what was written beside it.
    await workbench().open('learning-design.md');
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+z');
    await eventually(() => assert.ok(!isThere(report)));
    await page.keyboard.press('Control+s');
    await eventually(() => assert.equal(read(paths[1]), before));
  });

  it('changes nothing where all of it is discarded', async () => {
    const { page } = workbench();
    const before = read('guidance/rasso/learning-design.md');
    await importing('answers.docx');
    await answer('RASSO').click();
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Discard' }).click();
    await told('Nothing was imported from “answers.docx”');
    assert.equal(read('guidance/rasso/learning-design.md'), before);
    assert.ok(!isThere('guidance/rasso/imported-from-word.md'));
  });
});
