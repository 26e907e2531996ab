import { type FoldingRange, FoldingRangeKind, type DocumentSymbol as ProtocolSymbol, SymbolKind } from 'vscode-languageserver';
import { foldingRanges } from '../../language/folding/folding-ranges.js';
import type { LanguageDocument } from '../../language/language-document.js';
import { documentSymbols } from '../../language/symbols/document-symbols.js';
import type { DocumentSymbol, SymbolKind as OurKind } from '../../language/symbols/symbol.js';
import { workspaceSymbols } from '../../language/symbols/workspace-symbols.js';
import type { ServerContext } from '../context.js';
import type { Positions } from '../convert.js';
import type { Feature } from './feature.js';
import { location } from './navigation.js';

const KINDS: Readonly<Record<OurKind, SymbolKind>> = {
  'front-matter': SymbolKind.Namespace,
  field: SymbolKind.Property,
  entry: SymbolKind.Object,
  heading: SymbolKind.String,
  document: SymbolKind.File,
  element: SymbolKind.EnumMember,
  source: SymbolKind.Constant,
  term: SymbolKind.Key,
};

/** The outline of a document, what of it can be folded, and names in all guidance. */
export const outline: Feature = {
  capabilities: () => ({ documentSymbolProvider: true, workspaceSymbolProvider: true, foldingRangeProvider: true }),
  register: (context) => {
    const { connection } = context;
    connection.onDocumentSymbol(({ textDocument }, token) =>
      context.about(textDocument.uri, token, ({ document }) =>
        documentSymbols(document).map((symbol) => protocolSymbol(symbol, document, context.positions)),
      ),
    );
    connection.onFoldingRanges(({ textDocument }, token) =>
      context.about(textDocument.uri, token, ({ document }) =>
        foldingRanges(document).map((range) => protocolFold(range, document, context)),
      ),
    );
    connection.onWorkspaceSymbol(({ query }, token) =>
      context.everywhere(token, (session) =>
        workspaceSymbols(session.root.snapshot, query, (path) => session.root.sourceFor(path)).map(({ name, container, kind, place }) => ({
          name,
          containerName: container,
          kind: KINDS[kind],
          location: location(place, session, context),
        })),
      ),
    );
  },
};

function protocolSymbol(
  { name, detail, kind, range, selection, children }: DocumentSymbol,
  document: LanguageDocument,
  positions: Positions,
): ProtocolSymbol {
  return {
    name,
    kind: KINDS[kind],
    range: positions.range(document.source, range),
    selectionRange: positions.range(document.source, selection),
    ...(detail === undefined ? {} : { detail }),
    children: children.map((child) => protocolSymbol(child, document, positions)),
  };
}

function protocolFold(
  { kind, ...range }: ReturnType<typeof foldingRanges>[number],
  { source }: LanguageDocument,
  { positions }: ServerContext,
): FoldingRange {
  const { start, end } = positions.range(source, range);
  return { startLine: start.line, endLine: end.line, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) };
}
