import type { Element, ElementContent, RootContent as HastContent } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { BlockContent, DefinitionContent, Image, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle as WriteHandle } from 'mdast-util-to-markdown';
import { isElement, noteIn, plainTextOf } from '../hast.js';
import type { Citations } from './citations.js';
import { citing } from './citing.js';
import { tidied } from './tidy.js';
import { wrapped } from './wrap-paragraph.js';

/** What links and pictures of a Word document become in one document of the guidance. */
export interface Surroundings {
  /** What is told where something is to be decided. */
  readonly about: string;
  readonly citations: Citations;
  /** The address for what a link leads to; undefined where it leads nowhere from here. */
  readonly linkTo: (href: string, words: string) => string | undefined;
  /** The address of a picture; undefined where it cannot be kept. */
  readonly imageAt: (src: string, alternative: string) => string | undefined;
  readonly notes: ReadonlyMap<string, readonly HastContent[]>;
  /** The ids of notes and the addresses of pictures that have found a place in some text: what is written adds to them. */
  readonly placed: Set<string>;
}

/** Writes the Markdown of one document, which numbers its footnotes from 1. */
export class MarkdownWriter {
  /** @param used the notes with their numbers, which several writers of one document share */
  constructor(
    private readonly around: Surroundings,
    private readonly used = new Map<string, number>(),
  ) {}

  /**
   * Blocks as Markdown, without a line break at the end.
   * @param level the level of the heading that they stand below in the Word document
   * @param below the depth of the heading that they are put below
   */
  write(blocks: readonly HastContent[], { level, below }: { readonly level: number; readonly below: number }): string {
    const root = this.mdast(blocks);
    shiftHeadings(root, below - level);
    return markdownOf(root);
  }

  /** The footnotes that what was written refers to, to stand at the end of the document; empty where there are none. */
  footnotes(): string {
    const definitions: string[] = [];
    // A note can refer to another one, which then comes behind it.
    for (const [id, number] of this.used) {
      const children = this.mdast(this.around.notes.get(id) ?? []).children as (BlockContent | DefinitionContent)[];
      const root: Root = {
        type: 'root',
        children: [{ type: 'footnoteDefinition', identifier: String(number), label: String(number), children }],
      };
      definitions.push(markdownOf(root));
    }
    return definitions.join('\n\n');
  }

  private mdast(blocks: readonly HastContent[]): Root {
    const tree = toMdast(
      { type: 'root', children: [...blocks] },
      { document: true, handlers: { a: this.link, img: this.image, sup: this.superscript, pre: code } },
    ) as Root;
    return citing(tidied(tree), (text) => this.around.citations.in(text, this.around.about));
  }

  private readonly link: Handle = (state: State, node: Element) => {
    const { href } = node.properties;
    const children = state.all(node) as PhrasingContent[];
    // Bookmarks are anchors without text.
    if (typeof href !== 'string') return children;
    const url = this.around.linkTo(href, plainTextOf(node));
    return url === undefined ? children : { type: 'link', url, children };
  };

  private readonly image: Handle = (_state: State, { properties }: Element): Image | undefined => {
    const alt = typeof properties['alt'] === 'string' ? properties['alt'].replace(/\s+/g, ' ').trim() : '';
    const src = String(properties['src'] ?? '');
    this.around.placed.add(src);
    const url = this.around.imageAt(src, alt);
    return url === undefined ? undefined : { type: 'image', url, alt };
  };

  private readonly superscript: Handle = (state: State, node: Element) => {
    const id = noteIn(node);
    if (id === undefined || !this.around.notes.has(id)) return state.all(node) as PhrasingContent[];
    const number = this.used.get(id) ?? this.used.size + 1;
    this.used.set(id, number);
    this.around.placed.add(id);
    return { type: 'footnoteReference', identifier: String(number), label: String(number) };
  };
}

/** Paragraphs of code keep their lines. */
const code: Handle = (_state: State, node: Element) => ({ type: 'code', value: rawText(node.children) });

function rawText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : isElement(node, 'br') ? '\n' : 'children' in node ? rawText(node.children) : ''))
    .join('');
}

function shiftHeadings(root: Root, by: number): void {
  for (const node of root.children) {
    if (node.type === 'heading') node.depth = Math.max(2, Math.min(6, node.depth + by)) as 2;
  }
}

const citation: WriteHandle = (node: { value: string }) => node.value;

/**
 * Addresses that are typed become links for GitHub, as they should. One with more escapes stays text: inside a link they would be
 * signs of its address. An address is looked for between blanks, so that nothing else comes to life with it.
 */
const ADDRESS =
  /(?<![^\s(])(?:https?\\:\/\/|www\\\.|[\w.+-]{1,99}\\@)[\w.-]{1,255}(?:[/?#][^\s\\<>()[\]*_~`]{0,400})?(?=[).,;:!?]{0,9}\s)/g;

/** Text without the escapes that nothing needs: “L&D” is no character reference, and “a_b” no emphasis. */
const text: WriteHandle = (node: Text, _parent, state, info) => {
  const value = state
    .safe(node.value, info)
    .replace(/(?<!\\)((?:\\\\)*)\\&(?!#?[A-Za-z0-9]+;)/g, '$1&')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
  // What stands beside the text, such as a mark, would be part of the address as well.
  const [before, after] = [info.before.slice(-1), info.after.slice(0, 1)].map((sign) => (sign.trim() === '' ? ' ' : '*'));
  return `${before}${value}${after}`.replace(ADDRESS, (address) => address.replace(/\\(?=[:.@])/, '')).slice(1, -1);
};

/** Paragraphs in lines that people can compare. */
const paragraph: WriteHandle = (node: Paragraph, _parent, state, info) => {
  const exit = state.enter('paragraph');
  const inside = state.enter('phrasing');
  const value = state.containerPhrasing(node, info);
  inside();
  exit();
  return wrapped(value);
};

/** A tree as Markdown in the form that this project writes it in. */
export function markdownOf(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmToMarkdown()],
    handlers: { citation, paragraph, text } as Record<string, WriteHandle>,
  }).trimEnd();
}
