import { commands, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';

/** A file or folder of the opened folder, by its path in that. */
export function at(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file of the opened folder in an editor. */
export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(at(path)));
}

/** The position of a text in a document, or of its end. */
export function positionOf(document: TextDocument, text: string, where: 'start' | 'end' = 'start') {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri} does not hold “${text}”.`);
  return document.positionAt(where === 'end' ? offset + text.length : offset);
}

/**
 * Lets a test change a file of the opened folder, and puts the file back as it was, on the disk and in the editor.
 * @param path the file, which is opened
 */
export async function changing(path: string, work: (editor: TextEditor) => Promise<void>): Promise<void> {
  const before = await workspace.fs.readFile(at(path));
  const editor = await open(path);
  try {
    await work(editor);
  } finally {
    await window.showTextDocument(editor.document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.writeFile(at(path), before);
  }
}
