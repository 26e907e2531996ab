import * as vscode from 'vscode';
import type { DocumentPreview } from '../../language/preview/document-preview.js';
import { type DocumentParams, GUIDANCE_REQUESTS } from '../../server/protocol/guidance.js';
import type { Guidance } from '../guidance.js';
import { Previews } from './previews.js';

/** The previews of guidance, which does not start the server. */
export function previewsOf(guidance: Guidance): Previews {
  return new Previews(
    async (uri) =>
      guidance.isRunning ? guidance.ask<DocumentPreview | null, DocumentParams>(GUIDANCE_REQUESTS.preview, { uri }) : undefined,
    () => void vscode.commands.executeCommand('markdown.preview.refresh'),
  );
}
