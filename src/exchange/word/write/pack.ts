import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { CalendarDate } from '../../../core/schema/dates.js';
import { countedIds, relationshipNames } from './counted-ids.js';

/** The first moment that a zip file can name, in local time as the format has it: the same bytes wherever and whenever. */
const TIME = new Date(1980, 0, 1);
const RELATIONSHIPS = /^(.*\/)?_rels\/([^/]*)\.rels$/;

/** A document as a file, which is the same for the same document: what the library makes up by chance or takes from the clock is counted or set. */
export async function packed(document: Document, today: CalendarDate): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const texts = new Map(
    Object.entries(parts).flatMap(([name, bytes]) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(bytes)] as const] : [])),
  );
  for (const [name, text] of texts) {
    const [, folder = '', file = ''] = RELATIONSHIPS.exec(name) ?? [];
    if (file === '') continue;
    const part = texts.get(folder + file);
    const renamed = relationshipNames(text, part ?? '');
    texts.set(name, renamed.relationships);
    if (part !== undefined) texts.set(folder + file, renamed.part);
  }
  const files: Zippable = {};
  for (const name of Object.keys(parts).sort(contentsFirst)) {
    const text = texts.get(name);
    files[name] = text === undefined ? (parts[name] ?? new Uint8Array()) : strToU8(dated(countedIds(text), name, today));
  }
  return zipSync(files, { mtime: TIME, level: 6 });
}

function dated(text: string, name: string, today: CalendarDate): string {
  if (name !== 'docProps/core.xml') return text;
  return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${today}T00:00:00Z`);
}

/** Programs that look at the beginning of a file alone know by the first name what it is. */
function contentsFirst(a: string, b: string): number {
  const first = '[Content_Types].xml';
  return a === first ? -1 : b === first ? 1 : a < b ? -1 : 1;
}
