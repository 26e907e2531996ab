import { DocumentHighlightKind, type Location, type LocationLink, type Range } from 'vscode-languageserver';
import type { DocumentFacts } from '../../core/facts/types.js';
import type { SourceText } from '../../core/text/source-text.js';
import type { Place, SourceFor } from '../../language/language-document.js';
import { definitionAt, highlightsAt, referencesAt } from '../../language/navigation/navigate.js';
import type { Asked, ServerContext } from '../context.js';
import type { Positions } from '../convert.js';
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
        const sourceFor = remembering((path) => session.root.sourceFor(path));
        const places = referencesAt(document, offset, sourceFor, { includeDeclaration });
        return places.map((place) => location(place, session, context, sourceFor));
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

/** Ranges as the protocol has them: by the facts of their file, which are another value once it says something else. */
const ranges = new WeakMap<Positions, WeakMap<DocumentFacts, Map<string, Range>>>();

/** A place as the protocol has it; the start of a file that has no text. */
export function location(
  { path, range }: Place,
  session: RootSession,
  { positions }: ServerContext,
  sourceFor: SourceFor = (other) => session.root.sourceFor(other),
): Location {
  const uri = session.uriOf(path);
  const known = knownRanges(session.root.snapshot.facts(path), positions);
  const key = `${range.start} ${range.end}`;
  let found = known?.get(key);
  if (!found) {
    const source = sourceFor(path);
    found = source ? positions.range(source, range) : START;
    known?.set(key, found);
  }
  return { uri, range: found };
}

function knownRanges(facts: DocumentFacts | undefined, positions: Positions): Map<string, Range> | undefined {
  if (!facts) return undefined;
  const ofAll = ranges.get(positions) ?? new WeakMap<DocumentFacts, Map<string, Range>>();
  ranges.set(positions, ofAll);
  const known = ofAll.get(facts) ?? new Map<string, Range>();
  ofAll.set(facts, known);
  return known;
}

/** So many texts are remembered. */
const MOST_TEXTS = 200;

/** Reads each file once, as far as that takes little memory. */
function remembering(sourceFor: SourceFor): SourceFor {
  const known = new Map<string, SourceText | undefined>();
  return (path) => {
    if (known.has(path)) return known.get(path);
    const source = sourceFor(path);
    if (known.size < MOST_TEXTS) known.set(path, source);
    return source;
  };
}
