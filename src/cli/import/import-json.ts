import type { ImportResult } from '../../exchange/word/import/import-result.js';
import type { CreatedFile } from '../../exchange/word/import/merge/resolve-import.js';
import type { ImportOutcome } from './show-import.js';

/** What an import would do, for programs: bytes are in base64, and paths from the guidance root. */
export function importJson({ file, plan, document, resolved, criteria, report, root }: ImportOutcome): string {
  const result: ImportResult = {
    file,
    root,
    criteria: { named: plan.documents.filter(({ criterion }) => criterion !== undefined).length, of: criteria },
    overview: plan.documents.find(({ criterion }) => criterion === undefined)?.path ?? null,
    created: resolved.created.map(createdJson),
    changed: resolved.changed,
    waiting: resolved.waiting.map(({ path, criterion, filled, accepted, changed }) => ({
      path,
      criterion: criterion ?? null,
      before: filled,
      after: accepted,
      sections: changed,
    })),
    accompanying: {
      created: resolved.accompanying.created.map(createdJson),
      register: resolved.accompanying.register ?? null,
    },
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

function createdJson({ path, content }: CreatedFile): ImportResult['created'][number] {
  return typeof content === 'string' ? { path, text: content } : { path, base64: Buffer.from(content).toString('base64') };
}
