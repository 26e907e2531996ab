import { ImageRun, type Paragraph, type ParagraphChild } from 'docx';
import { linkTarget } from '../../../core/markdown/link-target.js';
import { noteParagraph } from './headings.js';
import type { LeftOutPicture, Line } from './line.js';
import { destinationOf, linked } from './links.js';
import { type Look, words } from './looks.js';
import { type PictureSize, pictureSize } from './picture-size.js';
import { lineText } from './xml-text.js';

/** Twentieths of a point to a pixel, of which there are 96 to the inch. */
const TWIPS_TO_PIXEL = 15;
/** How many bytes of pictures a copy has at most. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A picture of the guidance as one, and one of the web as a link to it: no copy asks another host for anything. */
export function picture(line: Line, url: string | undefined, alt: string, look: Look): ParagraphChild[] {
  const { copy, facts } = line.text;
  const { path } = url === undefined ? {} : linkTarget(facts.path, url);
  if (url === undefined || path === undefined) {
    const to = url === undefined || look.link ? undefined : destinationOf(line.text, url);
    return to ? [linked(to, [words(alt.trim() || (url ?? ''), { ...look, link: true })])] : [words(alt, look)];
  }
  const bytes = copy.input.pictureOf(path);
  const size = bytes && pictureSize(bytes);
  if (!bytes || !size || copy.pictureBytes + bytes.length > MOST_BYTES) {
    line.leftOut.push({ path, alt: alt.trim() });
    return [];
  }
  copy.pictureBytes += bytes.length;
  return [pictureRun(bytes, size, { alt, name: path }, { width: line.width, height: copy.space.height * 0.8 })];
}

/**
 * A picture in a line, made smaller where it would not fit.
 * @param space the most that it may have, in twentieths of a point
 */
export function pictureRun(
  data: Uint8Array,
  { type, width, height }: PictureSize,
  { alt, name }: { readonly alt: string; readonly name: string },
  space: { readonly width: number; readonly height: number },
): ImageRun {
  const scale = Math.min(1, space.width / TWIPS_TO_PIXEL / width, space.height / TWIPS_TO_PIXEL / height);
  const fitted = (length: number) => Math.max(1, Math.floor(length * scale));
  return new ImageRun({
    ...{ type, data, transformation: { width: fitted(width), height: fitted(height) } },
    altText: { name: lineText(name), description: lineText(alt).trim() },
  });
}

/** Names a picture that is not in the copy. */
export function leftOutNote({ path, alt }: LeftOutPicture): Paragraph {
  return noteParagraph(`A picture stands here that is not in this copy: ${alt === '' ? path : `${alt} (${path})`}`);
}
