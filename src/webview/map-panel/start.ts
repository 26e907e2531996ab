import type { FromPanel, PanelChoice, PanelState, ToPanel } from '../../map/panel/messages.js';
import { filledIn } from '../../map/panel/words.js';
import { PanelAnnouncer } from './announcer.js';
import { draw } from './draw.js';
import { namedElement } from './named-element.js';
import { NEW_STATE, type Panel, stateIn } from './panel.js';
import { pngOf } from './picture.js';
import { ringNameOf, shapeAfter } from './ring.js';
import { targetOf } from './target-href.js';
import { followTheme } from './theme.js';

/** What the editor gives to the scripts of its panels. */
interface Editor {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Editor;

/** Shows the map that the editor sends, and tells the editor what is wanted of it. */
export function startMapPanel(page: Document): void {
  const place = page.getElementById('pn');
  const live = page.getElementById('pn-live');
  if (!place || !live) return;
  new MapPanel(acquireVsCodeApi(), place, new PanelAnnouncer(live)).start();
  followTheme(page);
}

class MapPanel {
  private panel: Omit<Panel, 'words'> & { readonly words: Panel['words'] | undefined };
  private drawing = 0;
  private scrolled = false;

  constructor(
    private readonly editor: Editor,
    private readonly place: HTMLElement,
    private readonly announcer: PanelAnnouncer,
  ) {
    const state = stateIn(editor.getState()) ?? NEW_STATE;
    this.panel = { words: undefined, roots: [], view: undefined, element: undefined, state, stops: new Map() };
  }

  start(): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => this.told(data));
    this.place.addEventListener('click', (event) => this.clicked(event));
    this.place.addEventListener('auxclick', (event) => this.clicked(event));
    this.place.addEventListener('keydown', (event) => this.pressed(event));
    this.place.addEventListener('change', (event) => this.changed(event));
    this.place.addEventListener('submit', (event) => this.submitted(event));
    this.place.addEventListener('focusin', (event) => this.focused(event));
    // Neither of these rises.
    this.place.addEventListener('toggle', () => this.opened(), true);
    window.addEventListener('scroll', () => this.keep({ scroll: Math.round(window.scrollY) }), { passive: true });
    this.editor.postMessage({ type: 'ready' });
  }

  private told(message: ToPanel): void {
    switch (message.type) {
      case 'words':
        this.show({ words: message.words });
        break;
      case 'map':
        this.takeMap(message);
        break;
      case 'element':
        this.show({ element: message.element });
        this.sayElement();
        break;
      case 'draw':
        void this.drawPicture(message.id, message.svg);
    }
  }

  private takeMap({ roots, chosen, view }: Extract<ToPanel, { type: 'map' }>): void {
    this.keep({ choice: chosen });
    this.show(view === undefined ? { roots } : { roots, view: view ?? undefined });
  }

  private show(change: Partial<Panel>): void {
    this.panel = { ...this.panel, ...change };
    // However much has changed: it is drawn once, when the screen is.
    this.drawing ||= requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.drawing = 0;
    const { words, view, state } = this.panel;
    if (!words) return;
    draw(this.place, { ...this.panel, words });
    if (this.scrolled || !view) return;
    this.scrolled = true;
    window.scrollTo(0, state.scroll);
  }

  private keep(change: Partial<PanelState>): void {
    this.panel = { ...this.panel, state: { ...this.panel.state, ...change } };
    this.editor.setState(this.panel.state);
  }

  private sayElement(): void {
    const { words, element, view } = this.panel;
    const named = namedElement(element, view);
    if (words && named) this.announcer.say(filledIn(words.atCursor, named.long));
  }

  private clicked(event: MouseEvent): void {
    // Another button of the mouse asks for a menu, and begins nothing.
    if (event.button > 1) return;
    const at = event.target instanceof Element ? event.target : undefined;
    const button = at?.closest<HTMLElement>('[data-pn]');
    const link = at?.closest('a');
    if (!button && !link) return;
    // Else the editor would take the address for one of the web.
    event.stopPropagation();
    if (link) event.preventDefault();
    if (button && event.button === 0) this.does(button);
    const target = button ? undefined : targetOf(link?.getAttribute('href') ?? '');
    if (target) this.editor.postMessage({ type: 'open', target, aside: event.ctrlKey || event.metaKey || event.button === 1 });
  }

  private does({ dataset }: HTMLElement): void {
    switch (dataset['pn']) {
      case 'missing':
        this.keep({ missing: !this.panel.state.missing });
        this.show({});
        break;
      case 'to-list':
        this.place.querySelector<HTMLElement>('#pn-missing')?.focus();
        break;
      case 'begin':
        this.editor.postMessage({ type: 'begin' });
        break;
      case 'write':
        this.editor.postMessage({ type: 'write', criterion: dataset['key'] ?? '', section: dataset['section'] });
    }
  }

  private pressed(event: KeyboardEvent): void {
    const shape = event.target instanceof SVGElement ? event.target.closest<SVGElement>('a') : null;
    if (!shape || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = shapeAfter(event.key, shape);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'out') this.place.querySelector<HTMLElement>('[data-pn="missing"]')?.focus();
    else next.focus();
  }

  /** The shape that has the focus is the one that Tab comes back to. */
  private focused({ target }: FocusEvent): void {
    const shape = target instanceof SVGElement ? target.closest('svg a') : null;
    const href = shape?.getAttribute('href');
    if (!shape || !href) return;
    this.show({ stops: new Map([...this.panel.stops, [ringNameOf(shape), href]]) });
  }

  private changed({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.dataset['pn'] === 'choose') this.chosen(target.value);
    else this.filtered(target);
  }

  private chosen(value: string): void {
    const [root, map] = JSON.parse(value) as [string, string | null];
    const choice: PanelChoice = { root, map: map ?? undefined };
    this.keep({ choice });
    this.editor.postMessage({ type: 'choose', choice });
  }

  private filtered(target: HTMLSelectElement): void {
    const { [target.name]: _, ...others } = this.panel.state.filters;
    this.keep({ filters: target.value === '' ? others : { ...others, [target.name]: target.value } });
    this.show({});
  }

  /** The form's one button asks for everything. */
  private submitted(event: Event): void {
    event.preventDefault();
    this.keep({ filters: {} });
    this.show({});
  }

  private opened(): void {
    const open = [...this.place.querySelectorAll<HTMLDetailsElement>('details[data-part]')].filter((part) => part.open);
    this.keep({ open: open.map(({ dataset }) => dataset['part'] ?? '') });
  }

  private async drawPicture(id: number, svg: string): Promise<void> {
    try {
      this.editor.postMessage({ type: 'drawn', id, png: await pngOf(svg) });
    } catch (error) {
      this.editor.postMessage({ type: 'drawn', id, png: undefined, why: error instanceof Error ? error.message : String(error) });
    }
  }
}
