import { decodeString } from 'micromark-util-decode-string';

/** What raw HTML comes to: words in the tags that are open there, the end of a line or of a paragraph. */
export type HtmlPiece = { readonly text: string } | 'break' | 'paragraph';

/** The tags that a site shows as what they mean, without attributes; all others show as the characters that they are made of. */
const PHRASING = new Set('a abbr b cite del dfn em i ins kbd mark q s samp small strong sub sup u var'.split(' '));
const BLOCKS = new Set(['details', 'div', 'section', 'p', 'summary']);

const TOKEN = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<\/?[A-Za-z][^<>]*>|[^<]+|</g;
const OPENING = /^<([a-z]+)\s*>$/i;
const CLOSING = /^<\/([a-z]+)\s*>$/i;
const LINE_BREAK = /^<br\s*\/?>$/i;
const ABBREVIATION = /^<(abbr)\s+title\s*=\s*(?:"[^"]*"|'[^']*')\s*>$/i;
const ANCHOR = /^<(a)\s+(?:id|name)\s*=\s*(?:"[^"'\s]+"|'[^"'\s]+'|[^"'\s=<>`/]+)\s*(\/?)>$/i;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/gi;

/** How many tags may stand open in one another. */
const DEEPEST_TAGS = 30;

/**
 * Raw HTML as words, as the site shows it: the few tags that it knows mean what they mean, others show as they are written.
 * @param open the names of the tags that are open, which this changes on its way
 * @param asBlock whether it stands between paragraphs, and not in one
 */
export function* htmlPieces(value: string, open: string[], asBlock: boolean): Generator<HtmlPiece> {
  for (const [token] of value.matchAll(TOKEN)) {
    if (token.startsWith('<!--')) continue;
    if (!token.startsWith('<')) yield { text: token.replace(REFERENCE, (reference) => decodeString(reference)) };
    else if (LINE_BREAK.test(token)) yield 'break';
    else {
      const name = tagRead(token, open, asBlock);
      if (name === undefined) yield { text: token };
      else if (BLOCKS.has(name)) yield 'paragraph';
    }
  }
}

/** Opens or closes a tag and gives its name; undefined where it is none that is known there. */
function tagRead(token: string, open: string[], asBlock: boolean): string | undefined {
  const closed = CLOSING.exec(token)?.[1]?.toLowerCase();
  if (closed !== undefined) {
    const depth = open.lastIndexOf(closed);
    if (depth < 0) return undefined;
    open.length = depth;
    return closed;
  }
  const anchor = ANCHOR.exec(token);
  const name = (anchor ?? ABBREVIATION.exec(token) ?? OPENING.exec(token))?.[1]?.toLowerCase() ?? '';
  const isKnown = (PHRASING.has(name) && (name !== 'a' || anchor)) || (asBlock && BLOCKS.has(name));
  if (!isKnown || open.length >= DEEPEST_TAGS) return undefined;
  if (!anchor?.[2]) open.push(name);
  return name;
}
