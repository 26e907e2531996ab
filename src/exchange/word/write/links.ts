import { Bookmark, ExternalHyperlink, InternalHyperlink, type ParagraphChild } from 'docx';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { linkTarget } from '../../../core/markdown/link-target.js';
import type { WikiLink } from '../../../core/markdown/wiki-links.js';
import { titleOf } from '../../../core/workspace/document.js';
import { wikiHeading, wikiTarget } from '../../../core/workspace/wiki-target.js';
import type { GuidanceText } from './guidance-text.js';
import { xmlText } from './xml-text.js';

/** Where a link leads: to a bookmark of the copy, or to the web. */
export type Destination = { readonly bookmark: string } | { readonly web: string };

/** Where an address leads that a text gives; undefined for what must not be followed, which stays text. */
export function destinationOf(text: GuidanceText, url: string): Destination | undefined {
  const address = url.startsWith('//') ? `https:${url}` : url;
  // An address without a host, or with nobody to write to, leads nowhere, and strict readers of such files may refuse it.
  if (/^(?:https?:\/\/[^/?#\s\\]|mailto:[^\s]+@[^\s]+$)/i.test(address)) return { web: webAddress(address) };
  const { path, fragment } = linkTarget(text.facts.path, url);
  return path === undefined ? undefined : { bookmark: text.copy.targets.to(path, fragment) };
}

/** Where a wiki link leads, and its words. */
export function wikiDestination(text: GuidanceText, link: WikiLink): { to: Destination | undefined; label: string } {
  const { snapshot } = text.copy.input;
  const target = wikiTarget(link.target, text.facts, snapshot);
  if (target.kind !== 'document') {
    return { to: undefined, label: link.label ?? (target.kind === 'element' ? target.element.title : link.target) };
  }
  const heading = link.heading === undefined ? undefined : wikiHeading(link.heading, target.facts);
  const bookmark = text.copy.targets.to(target.facts.path, heading?.slug);
  return { to: { bookmark }, label: link.label ?? titleOf(target.facts) };
}

/** Words as a link. */
export function linked(to: Destination, children: readonly ParagraphChild[]): ParagraphChild {
  return 'web' in to ? new ExternalHyperlink({ link: to.web, children }) : new InternalHyperlink({ anchor: to.bookmark, children });
}

/** Places to lead to, at the beginning of what they stand for: they last when its words are written anew. */
export function bookmarks(names: readonly (string | undefined)[]): ParagraphChild[] {
  return names.flatMap((name) => (name === undefined ? [] : [new Bookmark({ id: name, children: [] })]));
}

/** An address as a file of Word may hold it: nothing in it that is no character of an address. */
export function webAddress(url: string): string {
  return normalizeUri(xmlText(url));
}
