import { DocumentHighlightKind, type Location, type LocationLink } from 'vscode-languageserver';
import type { Place } from '../../language/language-document.js';
import { definitionAt, highlightsAt, referencesAt } from '../../language/navigation/navigate.js';
import type { Asked, ServerContext } from '../context.js';
import type { RootSession } from '../root-session.js';
import type { Feature } from './feature.js';

/** Where what is at a place is defined, and where else it is referred to. */
export const navigation: Feature = {
  capabilities: () => ({ definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }),
  register: (context) => {
    const { connection } = context;
    connection.onDefinition(({ textDocument, position }, token) =>
      context.about(textDocument.uri, token, (asked) =>
        definition(asked, context.positions.offset(asked.document.source, position), context),
      ),
    );
    connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
      context.about(textDocument.uri, token, ({ session, document }) => {
        const offset = context.positions.offset(document.source, position);
        const places = referencesAt(document, offset, (path) => session.root.sourceFor(path), { includeDeclaration });
        return places.map((place) => location(place, session, context));
      }),
    );
    connection.onDocumentHighlight(({ textDocument, position }, token) =>
      context.about(textDocument.uri, token, ({ document }) =>
        highlightsAt(document, context.positions.offset(document.source, position)).map(({ range, role }) => ({
          range: context.positions.range(document.source, range),
          kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
  },
};

function definition({ session, document }: Asked, offset: number, context: ServerContext): Location | LocationLink[] | null {
  const found = definitionAt(document, offset, (path) => session.root.sourceFor(path));
  if (!found) return null;
  const { uri, range } = location(found.place, session, context);
  if (!context.client.textDocument?.definition?.linkSupport) return { uri, range };
  const originSelectionRange = context.positions.range(document.source, found.origin);
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A place as the protocol has it; the start of a file that has no text. */
export function location({ path, range }: Place, session: RootSession, { positions }: ServerContext): Location {
  const source = session.root.sourceFor(path);
  return { uri: session.uriOf(path), range: source ? positions.range(source, range) : START };
}
