import type { CalendarDate } from '../../core/schema/dates.js';
import type { ExchangeInput } from '../types.js';
import type { Identified, Link, NodeLink } from './types.js';

/** Something that is identified, with what it is called. */
export type Titled = Identified & { readonly title: string };

/**
 * What identifies a part: where it has no page of its own, a URN (RFC 9562, section 4) is its address.
 * @param changed the day of its last change
 */
export function identified(identifier: string, changed: CalendarDate, address?: string): Identified {
  return { identifier, uri: address ?? `urn:uuid:${identifier}`, lastChangeDateTime: `${changed}T00:00:00Z` };
}

/** The day on which a file was last changed; the day of the export where nobody knows. */
export function changedOn(path: string, { lastModified, today }: ExchangeInput): CalendarDate {
  return lastModified !== undefined && Object.hasOwn(lastModified, path) ? (lastModified[path] ?? today) : today;
}

/** A reference to a part. */
export function linkTo({ title, identifier, uri }: Titled): Link {
  return { title, identifier, uri };
}

/** A reference to an end of an association. */
export function nodeLink(node: Titled): NodeLink {
  return { ...linkTo(node), targetType: 'CASE' };
}
