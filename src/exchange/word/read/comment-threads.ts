import type { WordPackage } from './types.js';
import { elementsOf, parseXml } from './xml.js';

/** How a comment stands in its conversation. */
export interface ThreadEntry {
  readonly resolved: boolean;
  readonly isReply: boolean;
}

/** What Word keeps beside the comments (MS-DOCX, commentsExtended), by the id of each comment's last paragraph. */
export function readThreads(parts: WordPackage): Map<string, ThreadEntry> {
  const name = 'word/commentsExtended.xml';
  const bytes = parts.get(name);
  if (!bytes) return new Map();
  return new Map(
    elementsOf(parseXml(bytes, name)).map(({ attributes }) => [
      attributes['paraId'] ?? '',
      { resolved: attributes['done'] === '1', isReply: attributes['paraIdParent'] !== undefined },
    ]),
  );
}
