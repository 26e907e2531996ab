import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { SourceText } from '../core/text/source-text.js';
import type { Positions } from './convert.js';

/** A document as the client has it open. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly source: SourceText;
}

/** The documents that the client has open, kept up to date change by change; places are counted as was agreed. */
export function openDocuments(positions: () => Positions): TextDocuments<OpenDocument> {
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => ({ uri, languageId, version, source: new SourceText(uri, text) }),
    update: (document, changes, version) => ({
      ...document,
      version,
      source: changes.reduce<SourceText>((source, change) => changed(source, change, positions()), document.source),
    }),
  });
}

function changed(source: SourceText, change: TextDocumentContentChangeEvent, positions: Positions): SourceText {
  if (!('range' in change)) return new SourceText(source.path, change.text);
  const { start, end } = positions.offsets(source, change.range);
  const { text } = source;
  return new SourceText(source.path, text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end)));
}
