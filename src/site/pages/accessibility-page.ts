import { escapeHtml } from '../../core/text/escape-html.js';
import { dateHtml } from '../frame/date.js';
import type { MadeFrom } from '../plan/made-from.js';
import { type AccessibilitySettings, webAddress } from '../settings.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/**
 * The accessibility statement, from what the manifest says: nothing is claimed that it does not say. Its parts follow
 * what statements of public bodies in the United Kingdom tell: how accessible it is, what is not, whom to tell, how it was checked.
 */
export function accessibilityPage({ settings, index, shared }: MadeFrom): SiteFile {
  const access = settings.accessibility;
  return ownPage(
    {
      page: index.own.accessibility,
      title: 'Accessibility',
      description: `How accessible “${shared.title}” is, and what to do if you find a problem.`,
      html: `<h2>How you should be able to use this site</h2>
<ul>
<li>zoom in to 400% without scrolling the page sideways; wide tables scroll by themselves</li>
<li>go through every page and the map with a keyboard alone</li>
<li>listen to every page with a screen reader; a list below the map says the same in words</li>
<li>read every page without colour, without scripts and without a connection</li>
<li>change colours, contrast and fonts in your browser or system; the site has a light and a dark form and follows your setting</li>
</ul>
<h2>How accessible it is</h2>
${standing(access)}
${limitations(access)}
<h2>How it was checked</h2>
${checked(access)}
<h2>If you find a problem</h2>
${contact(access)}`,
    },
    shared,
  );
}

const WCAG = '<a href="https://www.w3.org/TR/WCAG22/" rel="noopener noreferrer">Web Content Accessibility Guidelines 2.2</a>, level AA';

function standing({ limitations, checkedOn }: AccessibilitySettings): string {
  if (limitations.length > 0) return `<p>The site aims to meet the ${WCAG}. These parts are known not to:</p>`;
  if (checkedOn === undefined) return `<p>The site aims to meet the ${WCAG}. We do not know how far it does: no check is recorded yet.</p>`;
  return `<p>The site aims to meet the ${WCAG}. The last check recorded no part that falls short.</p>`;
}

function limitations(access: AccessibilitySettings): string {
  if (access.limitations.length === 0) return '';
  return `<ul>${access.limitations.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
}

function checked({ checkedOn, checkedBy }: AccessibilitySettings): string {
  if (checkedOn === undefined) return '<p>No check of this site is recorded yet.</p>';
  return `<p>It was last checked on ${dateHtml(checkedOn)}${checkedBy === undefined ? '' : `: ${escapeHtml(checkedBy)}`}.</p>`;
}

function contact({ contact, response }: AccessibilitySettings): string {
  if (contact === undefined) return '<p>The publisher of this site has not recorded yet whom to tell.</p>';
  const when = response === undefined ? '' : ` You can expect an answer within ${escapeHtml(response)}.`;
  return `<p>Tell us at ${contactHtml(contact)}.${when}</p>`;
}

function contactHtml(contact: string): string {
  const text = escapeHtml(contact);
  if (webAddress(contact) !== undefined) return `<a href="${text}" rel="noopener noreferrer">${text}</a>`;
  return /^[^\s@<>"']+@[^\s@<>"']+$/.test(contact) ? `<a href="mailto:${text}">${text}</a>` : text;
}
