import type { FileChild, ParagraphChild } from 'docx';
import type { CriterionCoverage } from '../../../core/coverage/coverage.js';
import { fullReference } from '../../../core/model/bibliography.js';
import type { Source } from '../../../core/model/sources.js';
import { compare } from '../../../core/text/compare.js';
import type { Application } from '../../../core/workspace/application.js';
import { fieldText, type Gap, gapsOf, titleOf } from '../../../core/workspace/document.js';
import { registerEntry } from '../../../core/workspace/register.js';
import { listAt, textAt } from '../../../core/yaml/value.js';
import { sentence, statusWords } from '../../../map/words.js';
import { criterionHeading } from './application-parts.js';
import type { Copy } from './copy.js';
import { noteHeading, noteParagraph } from './headings.js';
import { bookmarks, linked, webAddress } from './links.js';
import { words } from './looks.js';

/** What the guidance itself says is absent from it. */
export function gapList(copy: Copy, application: Application, criteria: readonly CriterionCoverage[]): FileChild[] {
  const facts = copy.input.snapshot.facts(application.path);
  const gaps = [
    ...(facts ? gapsOf(facts) : []).map((gap) => gapParagraph(application.title, gap)),
    ...criteria.flatMap((criterion) =>
      criterion.gaps.map((gap) => gapParagraph(criterionHeading({ ...criterion, title: criterion.shortTitle }), gap)),
    ),
  ];
  return gaps.length === 0 ? [] : [noteHeading(copy, 'Recorded gaps', 'gaps'), ...gaps];
}

function gapParagraph(where: string, { section, about, because }: Gap) {
  const place = section === undefined ? where : `${where}, ${section}`;
  return noteParagraph(words(`${place}. `, { bold: true }), sentence(about), because === '' ? '' : ` ${sentence(because)}`);
}

/** What links of the copy lead to that is not in it. To be made when all links are known. */
export function documentList(copy: Copy): FileChild[] {
  const paths = copy.targets.outside;
  return paths.length === 0
    ? []
    : [noteHeading(copy, 'Documents referred to', 'documents'), ...paths.map((path) => documentParagraph(copy, path))];
}

function documentParagraph(copy: Copy, path: string) {
  const { snapshot, addressOf, drafts } = copy.input;
  const places = bookmarks(copy.targets.placeRest(path));
  const document = snapshot.facts(path) ? path : path === '' ? 'index.md' : `${path}/index.md`;
  const facts = snapshot.facts(document);
  if (!facts) {
    const isThere = snapshot.hasFile(path) || snapshot.hasFolder(path);
    return noteParagraph(...places, isThere ? path : `${path} (not found in the guidance)`);
  }
  const address = addressOf?.({ document });
  const title = titleOf(facts);
  const isKept = !drafts && fieldText(facts, 'status') === 'draft';
  const where: (ParagraphChild | string)[] =
    address === undefined ? [path] : [linked({ web: webAddress(address) }, [words(address, { link: true })])];
  return noteParagraph(...places, title === path ? '' : `${title}: `, ...where, isKept ? ' (a draft, not published)' : '');
}

/** The works that the copy cites, in full. To be made when all citations are known. */
export function sourceList(copy: Copy): FileChild[] {
  const { snapshot } = copy.input;
  const sources = [...copy.register.cited].flatMap((key) => snapshot.sourcesById.get(key) ?? []);
  if (sources.length === 0) return [];
  const references = sources
    .map((source) => ({ source, reference: fullReference(registerEntry(source, snapshot), source) }))
    .sort((a, b) => compare(a.reference, b.reference) || compare(a.source.id, b.source.id));
  return [noteHeading(copy, 'Sources', 'sources'), ...references.map((one) => sourceParagraph(copy, one))];
}

/** A reference with what is known to be wrong or absent with it: who reads one has to see it. */
function sourceParagraph(copy: Copy, { source, reference }: { readonly source: Source; readonly reference: string }) {
  const { id, doi, verified, kind } = source;
  const entry = registerEntry(source, copy.input.snapshot);
  const note = textAt(entry, 'note');
  const gaps = listAt(entry, 'gaps').flatMap((gap) => {
    const about = textAt(gap, 'about');
    return about === undefined ? [] : [`${sentence(about)} ${textAt(gap, 'because') ?? ''}`.trim()];
  });
  const caveats = [
    ...(verified ? [] : ['The record of this work is not yet checked.']),
    ...(note === undefined ? [] : [sentence(note)]),
    ...(gaps.length === 0 ? [] : [`Not known of this source: ${gaps.join(' ')}`]),
  ];
  const address = doi === undefined ? undefined : webAddress(`https://doi.org/${encodeURI(doi)}`);
  return noteParagraph(
    words(`${copy.register.names.get(id) ?? id}. `, { bold: true }),
    reference,
    ...(address === undefined ? [] : [' ', linked({ web: address }, [words(address, { link: true })]), '.']),
    ...(kind === undefined ? [] : [` Kind: ${statusWords(kind)}.`]),
    ...(caveats.length === 0 ? [] : [` ${caveats.join(' ')}`]),
  );
}
