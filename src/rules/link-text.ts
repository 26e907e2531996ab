import type { Link, LinkReference, Nodes } from 'mdast';
import { defineDocumentRule } from '../core/lint/rule.js';
import { plainText, rangeOf } from '../core/markdown/visit.js';
import type { OffsetRange } from '../core/text/range.js';
import { listOption } from './support/options.js';

const PHRASES = [
  'click here',
  'here',
  'read more',
  'learn more',
  'find out more',
  'more',
  'more info',
  'more information',
  'this link',
  'link',
  'this page',
  'this',
];

export const rule = defineDocumentRule({
  id: 'link-text',
  meta: {
    scope: 'document',
    group: 'words',
    description: 'Require link texts that say where the link leads',
    defaultSeverity: 'warning',
    fixable: false,
    optionsSchema: {
      type: 'object',
      properties: {
        phrases: {
          type: 'array',
          items: { type: 'string' },
          default: PHRASES,
          title: 'Phrases',
          description: 'Link texts that say nothing on their own. A list takes the place of the default one.',
        },
      },
    },
    defaultOptions: { phrases: PHRASES },
    messages: {
      vague: 'The link text “{text}” does not say where the link leads. Name the page, or what a reader will find there.',
      address: 'This link shows its bare address. Write the name of the page or document as the link text.',
      empty: 'This link has no text, so nobody can see or hear where it leads. Write the name of the page between the square brackets.',
    },
  },
  check({ nodes, text, options, report }) {
    const links = [...nodes.of('link'), ...nodes.of('linkReference')];
    if (links.length === 0) return;
    const phrases = new Set(listOption(options.phrases, PHRASES).map(plain));
    for (const link of links) {
      const label = plainText(link).replace(/\s+/g, ' ').trim();
      const messageId = problemWith(link, label, phrases);
      if (messageId !== undefined) report({ messageId, data: { text: label }, at: labelRange(link, text) });
    }
  },
});

function problemWith(link: Link | LinkReference, label: string, phrases: ReadonlySet<string>): 'empty' | 'address' | 'vague' | undefined {
  // What an image says of itself is another rule's business.
  if (link.children.some(holdsImage)) return undefined;
  if (label === '') return 'empty';
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(label)) return 'address';
  return phrases.has(plain(label)) ? 'vague' : undefined;
}

function holdsImage(node: Nodes): boolean {
  return node.type === 'image' || node.type === 'imageReference' || ('children' in node && node.children.some(holdsImage));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function labelRange(link: Link | LinkReference, text: string): OffsetRange {
  const [first] = link.children;
  const last = link.children[link.children.length - 1];
  const range = rangeOf(link);
  if (!first || !last) return range;
  const label = { start: rangeOf(first).start, end: rangeOf(last).end };
  return text.slice(label.start, label.end).trim() === '' ? range : label;
}
