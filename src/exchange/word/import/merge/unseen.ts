import type { Nodes } from 'mdast';

/** Tags of raw HTML that change nothing in what a copy for Word says; those for emphasis do, and are not among them. */
const TAGS = '(?:a|abbr|div|details|ins|mark|p|q|section|small|sub|summary|sup|u)';
const UNSEEN = new RegExp(String.raw`<!--[\s\S]*?-->|</?${TAGS}(?:\s[^<>]*)?/?>`, 'gi');

/** Whether a node is raw HTML of which nothing is to be read: comments, and tags alone. No copy for Word has it. */
export function isUnseen(node: Nodes): boolean {
  return node.type === 'html' && node.value.replace(UNSEEN, '').trim() === '';
}
