import { v5 } from 'uuid';
import type { WordImage } from '../../read/types.js';
import type { PlannedImage } from './types.js';

/** The kinds of picture that web pages show and that run nothing, with how each begins. */
const KINDS: readonly { readonly ending: string; readonly begins: readonly number[] }[] = [
  { ending: 'png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { ending: 'jpg', begins: [0xff, 0xd8, 0xff] },
  { ending: 'gif', begins: [0x47, 0x49, 0x46, 0x38] },
];
const WORDS = v5.URL;

/** The pictures of a Word document, as files in a folder; each is named for what is in it, so that it is the same each time. */
export class Pictures {
  private readonly used = new Map<string, PlannedImage>();

  constructor(
    private readonly images: readonly WordImage[],
    private readonly folder: string,
  ) {}

  /** Each file once: a picture that comes again is the same file. */
  get all(): readonly PlannedImage[] {
    return [...new Map([...this.used.values()].map((image) => [image.path, image])).values()];
  }

  /**
   * The path for a picture, from the guidance root; undefined where it is of a kind that pages cannot show.
   * @param src its address in what was read: `word-image:0`
   * @param stem what its name begins with
   */
  pathOf(src: string, stem: string): string | undefined {
    const image = this.images[Number(/^word-image:(\d+)$/.exec(src)?.[1])];
    const kind = image && KINDS.find(({ begins }) => begins.every((byte, index) => image.bytes[index] === byte));
    if (!image || !kind) return undefined;
    const known = this.used.get(src);
    if (known) return known.path;
    const path = `${this.folder}${stem}-${nameOf(image.bytes)}.${kind.ending}`;
    this.used.set(src, { path, bytes: image.bytes });
    return path;
  }
}

function nameOf(bytes: Uint8Array): string {
  // A text of each byte’s own letter: the library takes texts.
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return v5(text, WORDS).slice(0, 8);
}
