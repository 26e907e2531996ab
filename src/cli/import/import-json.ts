import type { CreatedFile } from '../../exchange/word/import/merge/resolve-import.js';
import type { ImportOutcome } from './show-import.js';

/** What an import would do, for programs: bytes are in base64, and paths from the guidance root. */
export function importJson({ file, plan, document, resolved, report, root }: ImportOutcome): string {
  const result = {
    file,
    root,
    created: resolved.created.map(createdJson),
    changed: resolved.changed,
    waiting: resolved.waiting.map(({ path, criterion, filled, accepted, changed }) => ({
      path,
      criterion: criterion ?? null,
      before: filled,
      after: accepted,
      sections: changed,
    })),
    doubts: plan.doubts,
    missing: plan.missing,
    leftOut: plan.leftOut,
    sources: resolved.sources,
    comments: document.comments,
    changes: document.changes,
    report: report ?? null,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function createdJson({ path, content }: CreatedFile): { path: string; text: string } | { path: string; base64: string } {
  return typeof content === 'string' ? { path, text: content } : { path, base64: Buffer.from(content).toString('base64') };
}
