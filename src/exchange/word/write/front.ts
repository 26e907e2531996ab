import { type FileChild, Paragraph, TableOfContents } from 'docx';
import { reviewDue } from '../../../core/coverage/coverage.js';
import type { Application } from '../../../core/workspace/application.js';
import { descriptionOf } from '../../../map/description.js';
import { applicationMap } from '../../../map/map-ids.js';
import { radialMap } from '../../../map/svg/radial-svg.js';
import { mapView } from '../../../map/view.js';
import type { Copy } from './copy.js';
import { dayInWords } from './dates.js';
import { noteParagraph } from './headings.js';
import { bookmarks } from './links.js';
import { words } from './looks.js';
import { pictureSize } from './picture-size.js';
import { pictureRun } from './pictures.js';
import { standingOf } from './standing.js';
import { STYLE } from './style-ids.js';

/** The title of a copy, and what it is: a reader who knows nothing of the guidance's files has to know how to answer. */
export function titleAndNote(copy: Copy, application: Application, what: string): FileChild[] {
  const { snapshot, today } = copy.input;
  const facts = snapshot.facts(application.path);
  return [
    new Paragraph({ style: STYLE.title, children: [...bookmarks(copy.targets.placeRest(application.path)), words(application.title, {})] }),
    noteParagraph(
      words('Consultation copy', { bold: true }),
      ` of ${dayInWords(today)}. ${what} The guidance itself stays as it is until its editors change it.`,
    ),
    noteParagraph(standingOf(facts, facts && reviewDue(facts))),
    noteParagraph(
      'To propose a change, turn on tracked changes and change the words. To say something about them, add a comment. Then send this file back, saved as .docx. The command “dmap import” reads proposals and comments back into the guidance; it leaves out notes in grey like this one.',
    ),
  ];
}

/** The contents, which readers see as they are and can have brought up to date. To be made when all headings are known. */
export function contents(copy: Copy): FileChild[] {
  if (copy.contents.length === 0) return [];
  const toc = new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: '1-2',
    useAppliedParagraphOutlineLevel: true,
    cachedEntries: copy.contents,
    // Word would ask each reader whether it may bring the contents up to date.
    beginDirty: false,
    tabLeader: 'none',
  });
  return [new Paragraph({ style: STYLE.contents, children: [words('Contents', {})] }), toc];
}

/** The map of an application as a picture with its description; nothing where none can be drawn. */
export function mapPicture(copy: Copy, { key }: Application): FileChild[] {
  const { snapshot, today, pngOf } = copy.input;
  const view = mapView(snapshot, applicationMap(key), today);
  if (!view) return [];
  const png = pngOf(radialMap(view, { link: () => undefined, idPrefix: 'map', variant: 'image' }));
  const size = png && pictureSize(png);
  if (!png || !size) return [];
  // What is said of every single criterion, the copy itself says.
  const alt = descriptionOf(view)
    .slice(0, 2)
    .flatMap(({ sentences, items }) => [...sentences, ...items])
    .join(' ');
  return [noteParagraph(pictureRun(png, size, { alt, name: 'Map' }, { width: copy.space.width, height: copy.space.height * 0.9 }))];
}
