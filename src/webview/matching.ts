/** The fields of the form of filters, with the attribute of an element that each goes by. */
export const FIELDS: Readonly<Record<string, string>> = {
  application: 'application',
  domain: 'domains',
  audience: 'audiences',
  status: 'status',
  state: 'state',
  lacks: 'lacks',
};

/** What is chosen, by the name of the field. */
export type Chosen = ReadonlyMap<string, string>;

/**
 * Shows only the criteria that match, in map, matrix and list alike. A shape that does not match stays where it is, so that the
 * map keeps its form.
 * @param also what else a criterion has to meet
 * @returns how many criteria of the list are shown, and how many there are
 */
export function showMatching(page: ParentNode, chosen: Chosen, also: (element: HTMLElement | SVGElement) => boolean = () => true) {
  const isShown = (element: HTMLElement | SVGElement) => matches(element, chosen) && also(element);
  for (const item of page.querySelectorAll<HTMLElement>('[data-dm-item]')) item.hidden = !isShown(item);
  for (const shape of page.querySelectorAll<SVGElement>('.dm-svg [data-criterion]')) shape.toggleAttribute('data-hidden', !isShown(shape));
  for (const cell of page.querySelectorAll<HTMLElement>('.dm-matrix td')) {
    const none = cell.querySelector<HTMLElement>('[data-dm-none]');
    if (none) none.hidden = cell.querySelector('[data-dm-item]:not([hidden])') !== null;
  }
  const all = [...page.querySelectorAll<HTMLElement>('[data-dm-item="criterion"]')];
  return { shown: all.filter((item) => !item.hidden).length, all: all.length };
}

/** How many criteria are shown, in words. */
export function resultText(shown: number, all: number): string {
  return shown === 0 ? 'No criterion matches. Choose “All” somewhere.' : `Showing ${shown} of ${all} criteria.`;
}

function matches(element: HTMLElement | SVGElement, chosen: Chosen): boolean {
  return [...chosen].every(([name, value]) => {
    const own = element.dataset[FIELDS[name] ?? ''] ?? '';
    // Status and keys of one word alike: the lists are words with a space between them.
    return own === value || own.split(' ').includes(value.replace(/\s+/g, '_'));
  });
}
