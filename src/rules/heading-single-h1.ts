import type { DocumentFacts, Heading } from '../core/facts/types.js';
import { type Finding, START } from '../core/lint/finding.js';
import { type DocumentContext, defineDocumentRule } from '../core/lint/rule.js';
import { fieldText } from '../core/workspace/document.js';
import { escaped, releveled } from './support/heading-edits.js';
import { foldTitle } from './support/sections.js';
import { shorten } from './support/shorten.js';

export const rule = defineDocumentRule({
  id: 'heading-single-h1',
  meta: {
    scope: 'document',
    group: 'structure',
    description: 'Require one heading of level 1, the name of the document',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      none: 'This document has no heading of level 1. Begin its text with “# ” and its title.',
      several: '“{title}” is a second heading of level 1. A document has one, its name; make this one level 2, with ##.',
    },
  },
  check({ facts, text, nodes, report }) {
    const [first, ...others] = facts.headings.filter((heading) => heading.depth === 1);
    if (!first) {
      if (text.trim() !== '') report(noneFinding(facts, text, nodes));
      return;
    }
    for (const heading of others) report(severalFinding(heading, first, facts.path, text));
  },
});

function severalFinding(heading: Heading, first: Heading, path: string, text: string): Finding {
  const fix = releveled(heading, 2, text);
  return {
    messageId: 'several',
    data: { title: shorten(heading.text) },
    at: { start: heading.start, end: heading.end },
    related: [{ path, at: { start: first.start, end: first.end }, message: 'The first heading of level 1.' }],
    ...(fix ? { suggestions: [fix] } : {}),
  };
}

function noneFinding(facts: DocumentFacts, text: string, nodes: DocumentContext<unknown>['nodes']): Finding {
  const first = facts.headings[0];
  const title = fieldText(facts, 'title');
  const at = first
    ? { start: first.start, end: first.end }
    : facts.fields.state === 'parsed'
      ? ({ field: ['title'], part: 'key' } as const)
      : START;
  const same = first && title !== undefined && foldTitle(first.text) === foldTitle(title) ? releveled(first, 1, text) : undefined;
  if (same) return { messageId: 'none', at, suggestions: [same] };
  if (title === undefined || title.trim() === '') return { messageId: 'none', at };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const place = nodes.of('yaml')[0]?.position?.end.offset ?? 0;
  const heading = `# ${escaped(title.replace(/\s+/g, ' ').trim())}`;
  const insert = place === 0 ? `${heading}${eol}${eol}` : `${eol}${eol}${heading}`;
  return {
    messageId: 'none',
    at,
    suggestions: [{ title: `Add the heading “${shorten(title)}”`, edits: [{ start: place, end: place, text: insert }] }],
  };
}
