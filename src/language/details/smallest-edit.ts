import type { TextEdit } from '../../core/text/range.js';

/** The one stretch in which two texts differ, as an edit; none where they are the same. Line ends and pairs of surrogates stay whole. */
export function smallest(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  while (head > 0 && isWithin(before, head)) head--;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && (isWithin(before, before.length - tail) || isWithin(after, after.length - tail))) tail--;
  return [{ start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }];
}

/** Whether an offset would take apart what belongs together. */
function isWithin(text: string, offset: number): boolean {
  const [left = '', right = ''] = [text[offset - 1], text[offset]];
  return (left === '\r' && right === '\n') || (/[\uD800-\uDBFF]/.test(left) && /[\uDC00-\uDFFF]/.test(right));
}
