import { type Document, type FileChild, Paragraph } from 'docx';
import type { CriterionCoverage } from '../../../core/coverage/coverage.js';
import { bookmarkOf } from '../bookmarks.js';
import { documentList, gapList, sourceList } from './appendices.js';
import { type ApplicationParts, criterionHeading, textFor } from './application-parts.js';
import { blocks } from './blocks.js';
import { Copy } from './copy.js';
import { contents, mapPicture, titleAndNote } from './front.js';
import { headingParagraph, listHeading, noteParagraph } from './headings.js';
import { words } from './looks.js';
import { UPRIGHT } from './page-layout.js';
import { standingOf, withoutGuidance } from './standing.js';
import type { WordInput } from './types.js';
import { wordDocument } from './word-document.js';

const WHOLE = { width: UPRIGHT.width, lists: 0, isQuoted: false, isNote: false };

/** All of an application as one text. */
export function fullCopy(parts: ApplicationParts, input: WordInput): Document {
  const { application, criteria, documents } = parts;
  const copy = new Copy(input, UPRIGHT, documents);
  const own = bodyOf(copy, application.path, -1);
  const written = criteria.map((criterion) => criterionText(copy, criterion));
  const gaps = gapList(copy, application, criteria);
  const referred = documentList(copy);
  const sources = sourceList(copy);
  // Where documents begin is written last: only now it is known which links lead there for want of a better place.
  const sections = written.flatMap((one) => one());
  const what = 'It has the application and its guidance on every criterion, in full.';
  return wordDocument(copy, application, [
    ...titleAndNote(copy, application, what),
    ...contents(copy),
    ...mapPicture(copy, application),
    new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: 'exact' } }),
    ...own,
    ...sections,
    ...gaps,
    ...referred,
    ...sources,
  ]);
}

function bodyOf(copy: Copy, path: string, shift: number): FileChild[] {
  const text = textFor(copy, path, shift);
  return text ? blocks(text, text.tree.children, WHOLE) : [noteParagraph(`${path} could not be read: its text is missing here.`)];
}

/** A criterion with its guidance, in two steps: what is beneath its heading now, and the heading when all links are known. */
function criterionText(copy: Copy, criterion: CriterionCoverage): () => FileChild[] {
  const { path, reviewDue } = criterion;
  const title = criterionHeading(criterion);
  const own = path === undefined ? `_Toc_criterion_${copy.contents.length}` : bookmarkOf(path);
  listHeading(copy, 1, title, own);
  const body =
    path === undefined
      ? [noteParagraph(withoutGuidance(criterion))]
      : [noteParagraph(standingOf(copy.input.snapshot.facts(path), reviewDue)), ...bodyOf(copy, path, 0)];
  return () => [headingParagraph(1, path === undefined ? [own] : copy.targets.placeRest(path), [words(title, {})]), ...body];
}
