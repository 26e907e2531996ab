import type { CodeLens } from 'vscode-languageserver';
import { inlaysIn } from '../../language/inlay/inlays-in.js';
import type { Lens } from '../../language/lens/lens.js';
import { lensesOf } from '../../language/lens/lenses-of.js';
import { referencesAt } from '../../language/navigation/navigate.js';
import type { Asked, ServerContext } from '../context.js';
import type { Feature } from './feature.js';
import { location } from './navigation.js';

/** What an editor shows in or above lines without its being in the text: lenses, and titles beside keys. */
export const annotations: Feature = {
  capabilities: () => ({ codeLensProvider: {}, inlayHintProvider: true }),
  register: (context) => {
    const { connection } = context;
    connection.onCodeLens(({ textDocument }, token) =>
      context.about(textDocument.uri, token, (asked) => lensesOf(asked.document).map((lens) => protocolLens(lens, asked, context))),
    );
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      context.about(textDocument.uri, token, ({ document }) =>
        inlaysIn(document, context.positions.offsets(document.source, range)).map(({ offset, text }) => ({
          position: context.positions.position(document.source, offset),
          label: text,
          paddingLeft: true,
        })),
      ),
    );
  },
};

/** A lens is there to be read; one that can show references does, where the client has said by which of its commands. */
function protocolLens({ range, title, shows }: Lens, { session, document }: Asked, context: ServerContext): CodeLens {
  const place = context.positions.range(document.source, range);
  const show = context.options.showReferences;
  if (shows !== 'references' || show === undefined) return { range: place, command: { title, command: '' } };
  const found = referencesAt(document, range.start, (path) => session.root.sourceFor(path), { includeDeclaration: false });
  const locations = found.map((one) => location(one, session, context));
  return { range: place, command: { title, command: show, arguments: [session.uriOf(document.path), place.start, locations] } };
}
