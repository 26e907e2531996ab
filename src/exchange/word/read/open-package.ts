import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { assertNamedAsMarkup, mainPart } from './related-parts.js';
import type { WordPackage } from './types.js';
import { WordFileError } from './word-file-error.js';

/** A file of guidance text has a few hundred kilobytes; these leave room for many pictures, and for no bomb. */
export const LARGEST_FILE = 100 * 1024 * 1024;
const LARGEST_UNPACKED = 400 * 1024 * 1024;
/** What is markup is read whole into a tree, which takes many times its size. */
const LARGEST_XML = 48 * 1024 * 1024;
const MOST_PARTS = 10_000;
/** A tree takes about a kilobyte for each tag: these take one gigabyte, and a hundred pages have a tenth of them. */
const MOST_TAGS = 1_000_000;

/** What older Word wrote, and what encrypted files are wrapped in (MS-CFB, section 2.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Unpacks a `.docx`, within limits.
 * @throws WordFileError where it is none, is protected by a password, is damaged or is too large
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  if (bytes.length > LARGEST_FILE) throw tooLarge();
  if (startsWith(bytes, COMPOUND_FILE)) throw new WordFileError(compoundFile(bytes));
  if (!startsWith(bytes, ZIP)) throw new WordFileError(notWord(bytes));
  const parts = unpack(bytes);
  assertReadable(parts);
  for (const [name, part] of parts) if (isXml(name) && includes(part, '<!DOCTYPE')) throw new WordFileError(hasType(name));
  const main = mainPart(parts);
  if (!parts.has(main) || /^(?:xl|ppt)\//.test(main)) throw new WordFileError(otherPackage(parts));
  assertNamedAsMarkup(parts);
  return parts;
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let unpacked = 0;
  let markup = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    unpacked += originalSize;
    count++;
    if (unpacked > LARGEST_UNPACKED || count > MOST_PARTS) throw tooLarge();
    if (isXml(name)) markup += originalSize;
    if (markup > LARGEST_XML) throw tooLarge();
    return isPlain(name);
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof WordFileError) throw error;
    throw new WordFileError('is damaged: it cannot be unpacked. Open it in Word, save it under another name, and try again');
  }
}

/** Whether a name leads nowhere else: what reads a package next may take “a/../b” for “b”, which is then another part than was looked at. */
function isPlain(name: string): boolean {
  return !name.includes('\\') && name.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function tooLarge(): WordFileError {
  return new WordFileError(
    'is too large to be read safely. Text of guidance needs no such room: take out large pictures or embedded files in Word, and try again',
  );
}

function compoundFile(bytes: Uint8Array): string {
  return includes(bytes, 'EncryptedPackage')
    ? 'is protected by a password. Open it in Word, take the password off (File, Info, Protect Document), save it, and try again'
    : 'is in the format of Word 97 to 2003 (.doc). Open it in Word or LibreOffice, save it as .docx, and try again';
}

function assertReadable(parts: WordPackage): void {
  let tags = 0;
  for (const [name, part] of parts) {
    if (!isXml(name)) continue;
    for (let at = part.indexOf(0x3c); at >= 0; at = part.indexOf(0x3c, at + 1)) tags++;
    if (tags > MOST_TAGS) throw tooLarge();
  }
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** No program writes one into a Word document, and its entities could grow without end. */
function hasType(name: string): string {
  return `has a document type in its part ${name}, which no Word document has. It was not made by Word: do not trust it`;
}

/** Whether bytes have a word in them, in UTF-8 or in UTF-16, which names in a compound file are in. */
function includes(bytes: Uint8Array, word: string): boolean {
  const letters = [...word].map((letter) => letter.charCodeAt(0));
  return [letters, letters.flatMap((letter) => [letter, 0])].some((wanted) => includesBytes(bytes, wanted));
}

function includesBytes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function notWord(bytes: Uint8Array): string {
  const begin = strFromU8(bytes.subarray(0, 200), true).trimStart();
  if (bytes.length === 0) return 'is empty. Give a Word document (.docx)';
  if (begin.startsWith('{\\rtf')) return 'is in Rich Text Format. Open it in Word or LibreOffice, save it as .docx, and try again';
  if (begin.startsWith('%PDF')) return 'is a PDF. Give the Word document that it was made from';
  return 'is not a Word document. Give a file that Word or LibreOffice has saved as .docx';
}

function otherPackage(parts: WordPackage): string {
  if (parts.has('content.xml')) return 'is an OpenDocument file. Open it in LibreOffice or Word, save it as .docx, and try again';
  if (parts.has('xl/workbook.xml')) return 'is an Excel workbook. Copy its table into a Word document, and import that';
  if (parts.has('ppt/presentation.xml')) return 'is a PowerPoint presentation. Copy what it says into a Word document, and import that';
  return 'is a zip file, but no Word document. Give a file that Word or LibreOffice has saved as .docx';
}
