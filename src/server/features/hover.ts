import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../language/hover/hover-at.js';
import type { Feature } from './feature.js';

/** What is said of a place when somebody points at it. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: (context) => {
    const { connection } = context;
    connection.onHover(({ textDocument, position }, token) =>
      context.about(textDocument.uri, token, ({ document }) => {
        const { positions } = context;
        const found = hoverAt(document, positions.offset(document.source, position));
        if (!found) return null;
        return { contents: { kind: MarkupKind.Markdown, value: found.contents }, range: positions.range(document.source, found.range) };
      }),
    );
  },
};
