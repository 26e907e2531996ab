/** What a picture is, in pixels. */
export interface PictureSize {
  readonly type: 'png' | 'jpg' | 'gif';
  readonly width: number;
  readonly height: number;
}

/** What kind of picture bytes are and how large it is, as they say themselves; undefined for other kinds and broken ones. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const size = pngSize(bytes) ?? gifSize(bytes) ?? jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** PNG (W3C), sections 5.2 and 11.2.2: the first chunk has the size. */
function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (!begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || bytes.length < 24) return undefined;
  const view = viewOf(bytes);
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a, section 18: the size of the screen. */
function gifSize(bytes: Uint8Array): PictureSize | undefined {
  if (!begins(bytes, [0x47, 0x49, 0x46, 0x38]) || bytes.length < 10) return undefined;
  const view = viewOf(bytes);
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** JPEG (ITU-T T.81), annex B: the first frame header has the size; what comes before it is passed over by its length. */
function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  if (!begins(bytes, [0xff, 0xd8, 0xff])) return undefined;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Bytes that fill up, and the markers that stand alone.
    if (marker === 0xff) at++;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) return { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
