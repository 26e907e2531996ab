import { MANIFEST } from '../core/model/manifest.js';
import { opensTooMany } from '../core/text/nesting.js';
import { fieldsOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { textAt, textsAt, valueAt } from '../core/yaml/value.js';

/** What the accessibility statement is made from. */
export interface AccessibilitySettings {
  /** The day of the last check, `YYYY-MM-DD`. */
  readonly checkedOn: string | undefined;
  readonly checkedBy: string | undefined;
  readonly contact: string | undefined;
  readonly response: string | undefined;
  readonly limitations: readonly string[];
}

/** How a body of guidance is published: the manifest's `site`, with what the command line says in its place. */
export interface SiteSettings {
  readonly title: string;
  readonly description: string | undefined;
  readonly disclaimer: string | undefined;
  readonly lang: string;
  /** The canonical address, ending in `/`. */
  readonly address: string | undefined;
  /** Ends in `/`. */
  readonly base: string;
  /** `#rrggbb` */
  readonly accent: string | undefined;
  readonly logo: { readonly path: string; readonly alt: string } | undefined;
  readonly editLink: string | undefined;
  /** Markdown. */
  readonly header: string | undefined;
  readonly footer: string | undefined;
  /** Whether readers see the words in which a change was recorded. */
  readonly changeNotes: boolean;
  readonly accessibility: AccessibilitySettings;
}

/** What wins over the manifest. */
export interface SiteOverrides {
  readonly address?: string;
  readonly base?: string;
}

/** Reads the settings of a site; what is malformed gets its default, for the schema rules to report. */
export function siteSettings(snapshot: WorkspaceSnapshot, overrides: SiteOverrides = {}): SiteSettings {
  const facts = snapshot.facts(MANIFEST);
  const fields = facts ? fieldsOf(facts) : {};
  const site = valueAt(fields, ['site']);
  const address = withSlash(webAddress(overrides.address ?? textAt(site, 'address')));
  const accent = textAt(valueAt(site, ['colours']), 'accent');
  const logo = textAt(site, 'logo');
  const access = valueAt(site, ['accessibility']);
  return {
    title: textAt(site, 'title') ?? snapshot.manifest.title,
    description: textAt(fields, 'description'),
    disclaimer: textAt(fields, 'disclaimer'),
    lang: snapshot.manifest.lang,
    address,
    base: withSlash(hostPath(overrides.base ?? textAt(site, 'base'))) ?? pathOf(address),
    accent: accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : undefined,
    logo: logo === undefined ? undefined : { path: logo, alt: textAt(site, 'logo_alt') ?? '' },
    editLink: webAddress(textAt(site, 'edit_link')),
    header: readableMarkdown(textAt(site, 'header')),
    footer: readableMarkdown(textAt(site, 'footer')),
    changeNotes: valueAt(site, ['change_notes']) === true,
    accessibility: {
      checkedOn: textAt(access, 'checked_on'),
      checkedBy: textAt(access, 'checked_by'),
      contact: textAt(access, 'contact'),
      response: textAt(access, 'response'),
      limitations: textsAt(access, 'limitations'),
    },
  };
}

/** Markdown that a parser can be given, or nothing. */
function readableMarkdown(text: string | undefined): string | undefined {
  return text === undefined || opensTooMany(text) ? undefined : text;
}

/** An address of the web, or nothing: settings are read from an untrusted file too. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : undefined;
}

/** A path on the site's own host, or nothing: one that begins with two slashes names another host. */
function hostPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])[^\s"'<>?#\\]*$/.test(path) ? path : undefined;
}

function withSlash(address: string | undefined): string | undefined {
  return address === undefined || address.endsWith('/') ? address : `${address}/`;
}

/** The path of an address: `/guidance/` of `https://example.org/guidance/`. */
function pathOf(address: string | undefined): string {
  return hostPath(/^https?:\/\/[^/]+(\/[^?#]*)$/i.exec(address ?? '')?.[1]) ?? '/';
}
