import { assert } from 'chai';
import { commands } from 'vscode';
import { activated, ourExtension } from './support/extension.js';

describe('the extension in a folder with guidance', () => {
  it('starts of its own accord', activated);

  it('has exactly the commands that its manifest promises', async () => {
    await activated();
    const promised = ourExtension().packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    const registered = (await commands.getCommands(true)).filter((command) => command.startsWith('destinationMap.'));
    // VS Code makes commands itself for every view: to focus it, to open it, to reset its place.
    const ofViews = viewIds().flatMap((id) => registered.filter((command) => command.startsWith(`${id}.`)));
    // Nobody is meant to find this one: it is what a lens does.
    const hidden = ['destinationMap.showReferences'];
    assert.sameMembers(
      registered.filter((command) => !ofViews.includes(command) && !hidden.includes(command)),
      promised,
    );
  });
});

function viewIds(): string[] {
  const views: Record<string, { id: string }[]> = ourExtension().packageJSON.contributes.views ?? {};
  return Object.values(views).flatMap((list) => list.map(({ id }) => id));
}
