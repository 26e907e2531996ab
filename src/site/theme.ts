import { contrast, mix } from '../map/contrast.js';
import { DARK, LIGHT } from '../map/tokens.js';

/** The least contrast of text with what it stands on: WCAG 2.2, success criterion 1.4.3. */
const LEAST = 4.5;

/** Whether a colour can be the accent: links in it can be read on the page. */
export function isReadableAccent(accent: string): boolean {
  return contrast(accent, LIGHT.surface) >= LEAST && contrast(accent, LIGHT.raised) >= LEAST;
}

/**
 * The style of a site's own accent: links and the mark of the page that is shown.
 * For the dark theme it is made lighter until it can be read there.
 * @param accent `#rrggbb`; one that cannot be read on the page changes nothing
 */
export function accentStyle(accent: string | undefined): string {
  if (accent === undefined || !isReadableAccent(accent)) return '';
  let light = accent;
  for (let part = 0; part <= 1 && contrast(light, DARK.raised) < LEAST; part += 0.05) light = mix(accent, '#ffffff', part);
  return `:root{--dm-link:${accent}}@media screen and (prefers-color-scheme:dark){:root{--dm-link:${light}}}@media (forced-colors:active){:root{--dm-link:LinkText}}`;
}
