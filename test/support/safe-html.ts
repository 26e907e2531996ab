import { strict as assert } from 'node:assert';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';

const PLAIN =
  'abbr b blockquote br cite code dd del details dfn div em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td th thead tr u ul var a img input';

/** What a rendered text may hold: our own markup and nothing else. */
const SCHEMA: Schema = {
  tagNames: PLAIN.split(' '),
  attributes: {
    '*': [['id', /^[^\s]+$/]],
    a: [
      'href',
      'title',
      ['rel', 'noopener', 'noreferrer'],
      ['className', 'anchor-link', 'note', 'note-back', 'term'],
      ['role', 'doc-noteref', 'doc-backlink'],
      ['ariaLabel', /^(?:Link to this section: |Note \d|Back to the text)/],
      ['ariaDescribedBy', /^\S+$/],
    ],
    abbr: ['title'],
    code: [['className', /^language-/]],
    div: [
      ['className', 'anchor', 'heading', 'table-scroll'],
      ['role', 'group'],
      ['tabIndex', 0],
      ['ariaLabel', /^Table/],
    ],
    img: ['src', 'alt', 'title', ['loading', 'lazy']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', ['ariaLabel', 'Done', 'To do']],
    ol: [['start', /^\d+$/] as [string, RegExp], 'start', ['className', 'tasks']],
    pre: [['tabIndex', 0]],
    section: [
      ['className', 'footnotes'],
      ['role', 'doc-endnotes'],
      ['ariaLabel', 'Notes'],
    ],
    span: [
      ['className', 'anchor', 'citation', 'not-published', 'term-use', 'tip', 'visually-hidden'],
      ['role', 'tooltip'],
      ['ariaHidden', 'true'],
    ],
    td: [['className', /^align-(?:left|right|center)$/]],
    th: [
      ['className', /^align-(?:left|right|center)$/],
      ['scope', 'col'],
    ],
    ul: [['className', 'tasks']],
  },
  // An image may only come from the site itself: no protocol of this name exists.
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['never'] },
  clobber: [],
  clobberPrefix: '',
  ancestors: {},
  required: {},
  strip: [],
};

const VOID = new Set(['br', 'hr', 'img', 'input']);

/**
 * Asserts that HTML is ours: a browser reads the very elements that it spells, in the same order and depth, and a
 * sanitiser with a list of our own markup finds nothing to remove.
 */
export function assertOurs(html: string, about = html): void {
  const tree = fromHtml(html, { fragment: true });
  assert.deepEqual(elementsRead(tree), elementsWritten(html), about);
  assert.equal(toHtml(sanitize(tree, SCHEMA)), toHtml(tree), about);
  assertUniqueIds(tree, about);
  assertReferences(tree, about);
}

/** The elements of a tree with their depths. */
function elementsRead(tree: Nodes, depth = 0, found: string[] = []): string[] {
  for (const child of 'children' in tree ? tree.children : []) {
    if (child.type !== 'element') assert.equal(child.type, 'text');
    else {
      found.push(`${depth} ${child.tagName}`);
      elementsRead(child, depth + 1, found);
    }
  }
  return found;
}

/** The elements that a text spells, told by its angle brackets alone. */
function elementsWritten(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)(?: [^<>]*)?>|</g)) {
    if (slash) assert.equal(open.pop(), name, html);
    else {
      found.push(`${open.length} ${name}`);
      if (!VOID.has(name)) open.push(name);
    }
  }
  assert.deepEqual(open, [], html);
  return found;
}

/** The elements of a tree, in order. */
export function elementsIn(tree: Nodes): Element[] {
  if (!('children' in tree)) return [];
  return tree.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));
}

/** The ids that HTML has. */
export function idsIn(html: string): string[] {
  return elementsIn(fromHtml(html, { fragment: true })).flatMap(({ properties }) =>
    properties['id'] === undefined ? [] : [String(properties['id'])],
  );
}

function assertUniqueIds(tree: Nodes, about: string): void {
  const ids = elementsIn(tree).flatMap(({ properties }) => (properties['id'] === undefined ? [] : [properties['id']]));
  assert.equal(new Set(ids).size, ids.length, about);
}

/** What describes a word is there. */
function assertReferences(tree: Nodes, about: string): void {
  const all = elementsIn(tree);
  const ids = new Set(all.map(({ properties }) => properties['id']));
  for (const { properties } of all) for (const id of (properties['ariaDescribedBy'] as string[]) ?? []) assert.ok(ids.has(id), about);
}
