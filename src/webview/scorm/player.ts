import { Progress } from './progress.js';
import type { Session } from './session.js';

/** The parts of the player's page. */
interface Parts {
  readonly frame: HTMLIFrameElement;
  readonly progress: HTMLElement;
  readonly previous: HTMLButtonElement;
  readonly next: HTMLButtonElement;
  readonly contents: HTMLDetailsElement;
  readonly links: readonly HTMLAnchorElement[];
}

/** Follows the pages that are shown, tells the platform of them, and leads from one to the next. */
export class Player {
  private readonly parts: Parts;
  private readonly pages: readonly string[];
  private readonly progress: Progress;
  /** The page that was asked for last: where frames show nothing of themselves, as on a disk, it is the one that is shown. */
  private asked: string;

  constructor(
    document: Document,
    private readonly session: Session | undefined,
  ) {
    this.parts = partsOf(document);
    this.pages = this.parts.links.map(({ href }) => withoutFragment(href));
    this.progress = new Progress(this.parts.links.map(pathOf));
    this.asked = this.pages[0] ?? '';
  }

  start(): void {
    const { frame, previous, next, links, contents } = this.parts;
    const resumed = this.session?.resumed();
    if (resumed) this.progress.resume(resumed.kept);
    frame.addEventListener('load', () => this.shown());
    previous.addEventListener('click', () => this.step(-1));
    next.addEventListener('click', () => this.step(1));
    for (const link of links) {
      link.addEventListener('click', () => {
        this.asked = withoutFragment(link.href);
        contents.open = false;
      });
    }
    previous.hidden = false;
    next.hidden = false;
    const place = links.find((link) => pathOf(link) === resumed?.place);
    if (place) this.open(withoutFragment(place.href));
    // The first page may have been there before the script.
    else this.shown();
  }

  private step(by: number): void {
    const page = this.pages[this.pages.indexOf(this.asked) + by];
    if (page === undefined) return;
    this.open(page);
    this.parts.frame.focus();
  }

  private open(page: string): void {
    this.asked = page;
    this.parts.frame.src = page;
  }

  private shown(): void {
    const page = this.current();
    const link = this.parts.links[this.pages.indexOf(page)];
    // A page beside the course, such as the glossary: the way on goes from the last one of the course.
    if (!link) return;
    this.asked = page;
    this.progress.mark(pathOf(link));
    this.session?.tell(pathOf(link), this.progress.kept(), this.progress.complete);
    this.show();
  }

  private current(): string {
    try {
      const address = this.parts.frame.contentWindow?.location.href ?? '';
      return address === '' || address === 'about:blank' ? this.asked : withoutFragment(address);
    } catch {
      return this.asked;
    }
  }

  private show(): void {
    const { links, previous, next, progress } = this.parts;
    const at = this.pages.indexOf(this.asked);
    for (const [index, link] of links.entries()) {
      if (index === at) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      if (this.progress.has(pathOf(link)) && !link.querySelector('.read')) {
        const mark = link.ownerDocument.createElement('span');
        mark.className = 'read';
        mark.textContent = ' (opened)';
        link.append(mark);
      }
    }
    previous.disabled = at <= 0;
    next.disabled = at >= this.pages.length - 1;
    const kept = this.session ? '' : ' No learning platform was found: this is not kept.';
    progress.textContent = `${this.progress.count} of ${this.pages.length} pages opened.${kept}`;
  }
}

function partsOf(document: Document): Parts {
  return {
    frame: part(document, '#guidance', HTMLIFrameElement),
    progress: part(document, '#progress', HTMLElement),
    previous: part(document, '#previous', HTMLButtonElement),
    next: part(document, '#next', HTMLButtonElement),
    contents: part(document, '#contents', HTMLDetailsElement),
    links: [...document.querySelectorAll<HTMLAnchorElement>('#contents a')],
  };
}

function part<T extends Element>(document: Document, selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The player has no ${selector}.`);
  return found;
}

/** A page as it is kept: its way from the player, as the link has it. */
function pathOf(link: HTMLAnchorElement): string {
  return link.getAttribute('href') ?? '';
}

function withoutFragment(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
