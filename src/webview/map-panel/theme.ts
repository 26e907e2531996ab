import { hexOf } from '../../map/hex-colour.js';
import { legible } from '../../map/legible.js';
import { EDITOR_PAIRS } from '../../map/tokens.js';

/** Sees to it that everything on the map can be read in whatever theme the editor has, now and when it changes. */
export function followTheme(page: Document): void {
  const forced = page.defaultView?.matchMedia('(forced-colors: active)');
  const update = () => mend(page, forced?.matches === true);
  // The editor tells of its theme by classes of the body, and gives the colours as properties of the root.
  const watch = { attributes: true, attributeFilter: ['class', 'style'] };
  const observer = new MutationObserver(update);
  observer.observe(page.documentElement, watch);
  observer.observe(page.body, { attributes: true, attributeFilter: ['class'] });
  forced?.addEventListener('change', update);
  update();
}

const NAMES = [...new Set([...EDITOR_PAIRS.map(([front]) => front), ...EDITOR_PAIRS.map(([, back]) => back)])];

function mend({ body, defaultView }: Document, forced: boolean): void {
  for (const name of NAMES) body.style.removeProperty(`--dm-${name}`);
  if (forced || !defaultView) return;
  const styles = defaultView.getComputedStyle(body);
  const surface = hexOf(styles.getPropertyValue('--dm-surface'), '#ffffff') ?? '#ffffff';
  const tokens = Object.fromEntries(
    NAMES.flatMap((name) => {
      const colour = hexOf(styles.getPropertyValue(`--dm-${name}`), surface);
      return colour === undefined ? [] : [[name, colour] as const];
    }),
  );
  for (const [name, colour] of Object.entries(legible(tokens))) body.style.setProperty(`--dm-${name}`, colour);
}
