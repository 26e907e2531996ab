import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import type { WordInput } from '../../src/exchange/word/write/types.js';
import { wordFiles } from '../../src/exchange/word/write/word-files.js';
import { loadParser } from '../../src/platform/node/markdown-parser.js';
import { documentReader } from '../../src/platform/node/site/read-document.js';
import { exchangeInputOf } from './exchange-input.js';

/** A file of Word, opened. */
export interface WordFile {
  readonly bytes: Uint8Array;
  /** Its parts by their names: XML as text. */
  readonly parts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** `word/document.xml`. */
  readonly main: string;
}

/** What the Word copies of a guidance folder are made from. */
export async function wordInputOf(root: string, more: Partial<WordInput> = {}): Promise<WordInput> {
  const read = documentReader(root);
  return {
    ...(await exchangeInputOf(root)),
    parser: await loadParser(),
    textOf: (path) => {
      const file = read(path);
      return 'source' in file ? file.source.text : undefined;
    },
    pictureOf: (path) => {
      try {
        return readFileSync(join(root, path));
      } catch {
        return undefined;
      }
    },
    pngOf: () => undefined,
    throwIfCancelled: () => {},
    ...more,
  };
}

/** The Word copies of a guidance folder by their names. Every part of them is well-formed XML. */
export async function wordCopies(root: string, more: Partial<WordInput> = {}): Promise<Map<string, WordFile>> {
  const files = new Map<string, WordFile>();
  for await (const { path, content } of wordFiles(await wordInputOf(root, more))) files.set(path, openWord(content as Uint8Array));
  return files;
}

/** Opens a file of Word. @throws where a part of it is no well-formed XML */
export function openWord(bytes: Uint8Array): WordFile {
  const entries = Object.entries(unzipSync(bytes));
  const parts = new Map(entries.flatMap(([name, part]) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(part)] as const] : [])));
  for (const [name, text] of parts) assertWellFormed(text, name);
  return { bytes, parts, names: entries.map(([name]) => name), main: parts.get('word/document.xml') ?? '' };
}

function assertWellFormed(text: string, name: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(text).close();
}

/** What an independent reader makes of a file of Word. */
export async function asHtml(
  { bytes }: WordFile,
  options: { readonly styleMap?: string[] } = {},
): Promise<{ html: string; messages: string[] }> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
  return { html: value, messages: messages.map(({ message }) => message) };
}

/** The paragraphs of a part: the name of the style of each, and its words. */
export function paragraphsOf(file: WordFile, part = 'word/document.xml'): { style: string; text: string; xml: string }[] {
  const names = new Map(
    [...(file.parts.get('word/styles.xml') ?? '').matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*><w:name w:val="([^"]*)"/g)].map(
      ([, id = '', name = '']) => [id, name],
    ),
  );
  return [...(file.parts.get(part) ?? '').matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => {
    const style = /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1];
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:br\/>)|(<w:tab\/>)/g)]
      .map(([, words, end, tab]) => (end ? '\n' : tab ? '\t' : words))
      .join('');
    return { style: style === undefined ? 'Normal' : (names.get(style) ?? style), text: decoded(text), xml };
  });
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
