import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import type { CompletionKind, CompletionItem as Offer } from '../../language/completion/completion-item.js';
import { completionsAt } from '../../language/completion/completions-at.js';
import type { LanguageDocument } from '../../language/language-document.js';
import type { Positions } from '../convert.js';
import type { Feature } from './feature.js';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  element: CompletionItemKind.Enum,
  document: CompletionItemKind.File,
  heading: CompletionItemKind.Reference,
  section: CompletionItemKind.Module,
  source: CompletionItemKind.Constant,
  point: CompletionItemKind.Constant,
  term: CompletionItemKind.Text,
  date: CompletionItemKind.Value,
  template: CompletionItemKind.Snippet,
};

/** What can be written at a place. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['[', '(', '#', '@', '/', ':', ',', '-', ' '] } }),
  register: (context) => {
    context.connection.onCompletion(({ textDocument, position }, token) =>
      context.about(textDocument.uri, token, ({ document }) => {
        const { items, incomplete } = completionsAt(document, context.positions.offset(document.source, position));
        return { isIncomplete: incomplete, items: items.map((item) => protocolItem(item, document, context.positions)) };
      }),
    );
  },
};

function protocolItem(
  { label, kind, detail, documentation, filterText, sortText, edit, asksOn }: Offer,
  { source }: LanguageDocument,
  positions: Positions,
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    sortText,
    textEdit: positions.edit(source, edit),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(filterText === undefined ? {} : { filterText }),
    // No standard way to say this: a client that knows it can ask for more at once.
    ...(asksOn ? { data: { asksOn } } : {}),
  };
}
