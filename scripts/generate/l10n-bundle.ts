import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What translators start from: every text that the extension says, as `vscode.l10n.t` is given it. */
export function generateL10nBundle(root: string): Map<string, string> {
  const texts = new Set<string>();
  for (const file of readdirSync(join(root, 'src/extension'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts')) continue;
    const path = join(root, 'src/extension', file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    visit(source, texts, file);
  }
  const bundle = Object.fromEntries([...texts].sort().map((text) => [text, text]));
  return new Map([['l10n/bundle.l10n.json', `${JSON.stringify(bundle, null, 2)}\n`]]);
}

function visit(node: ts.Node, texts: Set<string>, file: string): void {
  if (ts.isCallExpression(node) && isTranslation(node.expression)) {
    const [text] = node.arguments;
    // A text that is put together cannot be looked up in a translation.
    if (!text || !ts.isStringLiteralLike(text)) throw new Error(`${file}: what l10n.t is given first has to be a plain text.`);
    texts.add(text.text);
  }
  node.forEachChild((child) => visit(child, texts, file));
}

/** `vscode.l10n.t`, or `l10n.t` where it was imported by itself. */
function isTranslation(called: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(called) || called.name.text !== 't') return false;
  const owner = called.expression;
  return ts.isPropertyAccessExpression(owner) ? owner.name.text === 'l10n' : ts.isIdentifier(owner) && owner.text === 'l10n';
}
