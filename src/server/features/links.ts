import { documentLinks } from '../../language/links/document-links.js';
import type { Feature } from './feature.js';
import { location } from './navigation.js';

/** What in a document leads somewhere. */
export const links: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: (context) => {
    context.connection.onDocumentLinks(({ textDocument }, token) =>
      context.about(textDocument.uri, token, ({ session, document }) =>
        documentLinks(document, (path) => session.root.sourceFor(path)).map((link) => {
          const range = context.positions.range(document.source, link.range);
          if ('url' in link) return { range, target: link.url, tooltip: link.tooltip };
          const { uri, range: place } = location(link.place, session, context);
          // Editors that know no places in addresses open the file.
          const target = place.start.line === 0 ? uri : `${uri}#L${place.start.line + 1}`;
          return { range, target, tooltip: link.tooltip };
        }),
      ),
    );
  },
};
