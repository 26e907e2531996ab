import type { DocumentFacts, Reference } from '../facts/types.js';
import { listAt, textsAt } from '../yaml/value.js';
import { applicationOf, fieldsOf, fieldText, fileStem, nameIn, subjectOf, titleOf } from './document.js';

/**
 * What documents are about, all of them in one key: numbers, keys and titles name one element in several ways, which
 * only its framework could bring together, and what a document is about seldom changes.
 */
const SUBJECTS = 'subjects';

/** What documents that are about an element have for headings: only wiki links that name a heading depend on it. */
const SUBJECT_HEADINGS = 'subject-headings';

/**
 * What a document defines for others, by key, each with a signature: when the signature changes, whoever refers to
 * the key has to be looked at again.
 */
export function definedKeys(facts: DocumentFacts): Map<string, string> {
  const keys = new Map<string, string>();
  for (const address of addressesOf(facts.path)) addAddress(address, facts, keys);
  // Letter case is a finding of its own: whoever links to another spelling depends on this file too.
  keys.set(`folded:${facts.path.toLowerCase()}`, facts.path);
  // Whoever links to an old address is told the new one.
  for (const alias of textsAt(fieldsOf(facts), 'aliases')) {
    const key = `file:${alias.replace(/^\.?\//, '')}`;
    if (!keys.has(key)) keys.set(key, facts.path);
  }
  const named = signature(
    facts.path,
    applicationOf(facts),
    fieldText(facts, 'id'),
    fieldText(facts, 'status'),
    titleOf(facts),
    headingsOf(facts),
  );
  for (const name of wikiNames(facts)) keys.set(`name:${name}`, named);
  addApplication(facts, keys);
  addSubject(facts, keys);
  return keys;
}

/** The addresses that lead to a document: its path, and its folder where it is the folder's index. */
function addressesOf(path: string): string[] {
  return path === 'index.md' ? [path, ''] : path.endsWith('/index.md') ? [path, path.slice(0, -'/index.md'.length)] : [path];
}

function addAddress(address: string, facts: DocumentFacts, keys: Map<string, string>): void {
  keys.set(`file:${address}`, signature(fieldText(facts, 'status'), titleOf(facts), facts.type));
  for (const heading of facts.headings) keys.set(`anchor:${address}#${heading.slug}`, heading.text);
  for (const anchor of facts.anchors) keys.set(`anchor:${address}#${anchor}`, anchor);
}

/** What an application's document says is behind all that speaks of its framework. */
function addApplication(facts: DocumentFacts, keys: Map<string, string>): void {
  const application = applicationOf(facts);
  if (application === undefined || facts.type !== 'application') return;
  const about = signature(facts.path, application, fieldText(facts, 'framework'));
  keys.set(`application:${application}`, about).set(SUBJECTS, about);
}

/** What a document is about, with what others say of it or link to in it. */
function addSubject(facts: DocumentFacts, keys: Map<string, string>): void {
  const subject = subjectOf(facts);
  if (!subject || facts.type === 'application') return;
  const related = listAt(fieldsOf(facts), 'related').map(nameIn).join(' ');
  const [application, framework, status] = [applicationOf(facts), fieldText(facts, 'framework'), fieldText(facts, 'status')];
  keys.set(SUBJECTS, signature(facts.path, application, framework, ...subject.kinds, subject.name, status, titleOf(facts), related));
  keys.set(SUBJECT_HEADINGS, signature(facts.path, headingsOf(facts)));
}

/** The headings by which wiki links know a document's sections. */
function headingsOf(facts: DocumentFacts): string {
  return signature(...facts.headings.flatMap(({ slug, text }) => [slug, text]));
}

function signature(...parts: readonly (string | undefined)[]): string {
  return parts.map((part) => part ?? '').join('\n');
}

/** The keys that a document refers to, whether or not anything defines them. */
export function referredKeys(facts: DocumentFacts): Set<string> {
  const keys = new Set<string>();
  for (const reference of facts.references) addReferred(reference, keys);
  if (facts.fields.state === 'parsed') {
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind === 'document') keys.add(`${annotation.type}:${annotation.value}`);
    }
  }
  const namesElements = facts.mentions.length > 0 || facts.references.some((reference) => reference.via === 'wiki-link');
  if (namesElements || applicationOf(facts) !== undefined) keys.add(SUBJECTS);
  return keys;
}

function addReferred(reference: Reference, keys: Set<string>): void {
  if (reference.via === 'citation') {
    keys.add(`source:${reference.source}`);
  } else if (reference.via === 'wiki-link') {
    keys.add(`name:${foldName(reference.target)}`);
    if (reference.heading !== undefined) keys.add(SUBJECT_HEADINGS);
    // What has an ending can be an image or another file that is put into the page.
    if (/\.\w+$/.test(reference.target)) keys.add(`file:${reference.target}`);
  } else if (reference.path !== undefined) {
    keys.add(`file:${reference.path}`).add(`folded:${reference.path.toLowerCase()}`);
    if (reference.fragment !== undefined) keys.add(`anchor:${reference.path}#${reference.fragment}`);
  }
}

/** The names by which wiki links know a document: its id, its file's name, its path. */
export function wikiNames(facts: DocumentFacts): string[] {
  const names = [fieldText(facts, 'id'), fileStem(facts.path), facts.path.replace(/\.(?:md|markdown)$/i, '')];
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : [foldName(name)])))];
}

/** A name as wiki links compare it: letter case, spaces and underscores make no difference. */
export function foldName(name: string): string {
  return name
    .trim()
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}
