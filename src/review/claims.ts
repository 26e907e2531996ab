import { claimsThatCount } from '../core/coverage/coverage.js';
import type { DocumentFacts } from '../core/facts/types.js';
import { type ElementKind, type Framework, findCurrent } from '../core/model/framework.js';
import type { FieldPath } from '../core/yaml/value.js';
import { ended } from './words.js';

/** What a document says of one core domain with one attribute, all its claims of them taken together. */
export interface Claimed {
  readonly domain: string;
  /** Undefined where the claim names none. */
  readonly attribute: string | undefined;
  /** Empty where no reason is given. */
  readonly because: string;
  readonly basis: string;
  readonly field: FieldPath;
}

/** A domain with attributes of which the same is to be said. */
export interface ClaimChange {
  readonly kind: 'claim-lost' | 'claim-gained' | 'claim-changed';
  readonly domain: string;
  readonly attributes: readonly string[];
  /** What was said of them; undefined where they were not claimed. */
  readonly was: Claimed | undefined;
  /** What is said of them now. */
  readonly is: Claimed | undefined;
}

/** The framework that a document belongs to at a revision, and the one at the other. */
export interface Frameworks {
  readonly own: Framework | undefined;
  readonly other: Framework | undefined;
  /** The one of the later revision, whose names count. */
  readonly later: Framework | undefined;
}

/** What a document claims, by domain and attribute, as the framework of the later revision calls them. */
export function claimedIn(facts: DocumentFacts, { own, other, later }: Frameworks): Map<string, Claimed> {
  const keyIn = (framework: Framework | undefined, kind: ElementKind, name: string) =>
    framework && findCurrent(framework, [kind], name)?.key;
  const keyOf = (kind: ElementKind, name: string) => {
    // What a framework knows at one revision alone is the same element at both: that it came or went is told of the framework.
    const key = keyIn(own, kind, name) ?? keyIn(other, kind, name) ?? name;
    return keyIn(later, kind, key) ?? key;
  };
  const claimed = new Map<string, Claimed>();
  for (const { domain: name, attributes, because = '', basis = '', field } of claimsThatCount(facts)) {
    const domain = keyOf('domain', name);
    const reason = because.replace(/\s+/g, ' ').trim();
    const keys = attributes.length === 0 ? [undefined] : attributes.map((attribute) => keyOf('attribute', attribute));
    for (const attribute of keys) {
      const key = `${domain}\n${attribute ?? ''}`;
      const known = claimed.get(key);
      claimed.set(key, known ? { ...known, because: joined(known.because, reason) } : { domain, attribute, because: reason, basis, field });
    }
  }
  return claimed;
}

/** Two claims of the same give two reasons. */
function joined(one: string, other: string): string {
  if (one === '' || other === '' || one === other) return one || other;
  return `${ended(one)} ${other}`;
}

/** What is claimed no longer, besides, or otherwise; attributes of one domain together where the same is to be said of them. */
export function changesOfClaims(old: ReadonlyMap<string, Claimed>, fresh: ReadonlyMap<string, Claimed>): ClaimChange[] {
  const changes = new Map<string, ClaimChange & { readonly attributes: string[] }>();
  const add = (kind: ClaimChange['kind'], { domain, attribute }: Claimed, was: Claimed | undefined, is: Claimed | undefined) => {
    const alike = JSON.stringify([kind, domain, attribute === undefined, was?.because, was?.basis, is?.because, is?.basis]);
    const change = changes.get(alike) ?? { kind, domain, attributes: [], was, is };
    if (attribute !== undefined) change.attributes.push(attribute);
    changes.set(alike, change);
  };
  for (const [key, was] of old) if (!fresh.has(key) && !isSaidIn(fresh, was)) add('claim-lost', was, was, undefined);
  for (const [key, is] of fresh) {
    const was = old.get(key);
    if (!was && !isSaidIn(old, is)) add('claim-gained', is, undefined, is);
    if (was && (was.because !== is.because || was.basis !== is.basis)) add('claim-changed', is, was, is);
  }
  return [...changes.values()];
}

/** Whoever claims a domain with an attribute claims the domain: to name one besides, or none any more, changes that alone. */
function isSaidIn(others: ReadonlyMap<string, Claimed>, { domain, attribute }: Claimed): boolean {
  return attribute === undefined && [...others.values()].some((other) => other.domain === domain);
}
