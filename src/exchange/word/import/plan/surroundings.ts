import { relativeUrl } from '../../../../core/markdown/link-target.js';
import type { WordDocument } from '../../read/types.js';
import type { Citations } from '../markdown/citations.js';
import type { Surroundings } from '../markdown/to-markdown.js';
import type { Doubt } from '../types.js';
import type { LinkPlaces } from './link-places.js';
import type { Pictures } from './pictures.js';

/** What the documents of one import share. */
export interface Shared {
  readonly document: WordDocument;
  readonly citations: Citations;
  readonly links: LinkPlaces;
  readonly pictures: Pictures;
  readonly doubts: Doubt[];
  /** The ids of notes and the addresses of pictures that have found a place. */
  readonly placed: Set<string>;
}

/**
 * What links and pictures become in one document.
 * @param about what is told where something is to be decided
 * @param stem what the names of its pictures begin with
 */
export function surroundings(path: string, { about, stem }: { about: string; stem: string }, shared: Shared): Surroundings {
  const { citations, links, pictures, doubts, document, placed } = shared;
  const told = new Set<string>();
  const tell = (says: string) => {
    if (!told.has(says)) doubts.push({ about, says });
    told.add(says);
  };
  return {
    about,
    citations,
    notes: document.notes,
    placed,
    linkTo: (href, words) => {
      if (/^(?:https?|mailto):/i.test(href)) return href;
      const bookmark = href.startsWith('#') ? href.slice(1) : undefined;
      const url = bookmark === undefined ? undefined : links.url(bookmark, path);
      // A mark that Word itself sets, such as one of a table of contents, is not missed.
      if (url === undefined && !bookmark?.startsWith('_'))
        tell(`The link on “${words}” leads to nothing that is here${addressed(bookmark ?? href)}. Its words were kept without the link.`);
      return url;
    },
    imageAt: (src, alternative) => {
      const image = pictures.pathOf(src, stem);
      if (image === undefined) {
        const named = alternative === '' ? 'A picture' : `A picture (“${alternative}”)`;
        tell(`${named} is of a kind that web pages cannot show, and was left out. Save it as PNG or JPEG, and put it in again.`);
        return undefined;
      }
      if (alternative === '') tell('A picture has no alternative text. Say in it what the picture shows.');
      return relativeUrl(path, image);
    },
  };
}

/** An address for people to look up; names that this tool gives to bookmarks tell them nothing. */
function addressed(name: string): string {
  return /^g_[0-9a-f]{32}$/.test(name) ? '' : ` (${name})`;
}
