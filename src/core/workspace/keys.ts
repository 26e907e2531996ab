import type { DocumentFacts } from '../facts/types.js';
import { applicationOf, fieldText, fieldsOf, fileStem, nameIn, subjectOf, titleOf } from './document.js';
import { listAt } from '../yaml/value.js';

/**
 * What documents are about, all of them in one key: numbers, keys and titles name one element in several ways, which
 * only its framework could bring together, and what a document is about seldom changes.
 */
const SUBJECTS = 'subjects';

/**
 * What a document defines for others, by key, each with a signature: when the signature changes, whoever refers to
 * the key has to be looked at again.
 */
export function definedKeys(facts: DocumentFacts): Map<string, string> {
  const keys = new Map<string, string>();
  keys.set(`file:${facts.path}`, `${fieldText(facts, 'status') ?? ''}\n${titleOf(facts)}\n${facts.type ?? ''}`);
  // Letter case is a finding of its own: whoever links to another spelling depends on this file too.
  keys.set(`folded:${facts.path.toLowerCase()}`, facts.path);
  for (const heading of facts.headings) keys.set(`anchor:${facts.path}#${heading.slug}`, heading.text);
  for (const anchor of facts.anchors) keys.set(`anchor:${facts.path}#${anchor}`, anchor);
  const named = [facts.path, applicationOf(facts) ?? '', fieldText(facts, 'status') ?? '', titleOf(facts), ...facts.headings.map(({ slug }) => slug)];
  for (const name of wikiNames(facts)) keys.set(`name:${name}`, named.join('\n'));
  const application = applicationOf(facts);
  if (application !== undefined && facts.type === 'application') {
    keys.set(`application:${application}`, `${facts.path}\n${fieldText(facts, 'framework') ?? ''}`);
  }
  const subject = subjectOf(facts);
  if (subject) {
    const related = listAt(fieldsOf(facts), 'related').map(nameIn).join(' ');
    const status = fieldText(facts, 'status') ?? '';
    const framework = fieldText(facts, 'framework') ?? '';
    keys.set(SUBJECTS, [facts.path, application ?? '', framework, ...subject.kinds, subject.name, status, titleOf(facts), related].join('\n'));
  }
  return keys;
}

/** The keys that a document refers to, whether or not anything defines them. */
export function referredKeys(facts: DocumentFacts): Set<string> {
  const keys = new Set<string>();
  for (const reference of facts.references) {
    if (reference.via === 'citation') keys.add(`source:${reference.source}`);
    else if (reference.via === 'wiki-link') keys.add(`name:${foldName(reference.target)}`);
    else if (reference.path !== undefined) {
      keys.add(`file:${reference.path}`).add(`folded:${reference.path.toLowerCase()}`);
      if (reference.fragment !== undefined) keys.add(`anchor:${reference.path}#${reference.fragment}`);
    }
  }
  if (facts.fields.state === 'parsed') {
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind === 'document') keys.add(`${annotation.type}:${annotation.value}`);
    }
  }
  const namesElements = facts.mentions.length > 0 || facts.references.some((reference) => reference.via === 'wiki-link');
  if (namesElements || applicationOf(facts) !== undefined) keys.add(SUBJECTS);
  return keys;
}

/** The names by which wiki links know a document: its id, its file's name, its path. */
export function wikiNames(facts: DocumentFacts): string[] {
  const names = [fieldText(facts, 'id'), fileStem(facts.path), facts.path.replace(/\.(?:md|markdown)$/i, '')];
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : [foldName(name)])))];
}

/** A name as wiki links compare it: letter case, spaces and underscores make no difference. */
export function foldName(name: string): string {
  return name.trim().replace(/\.(?:md|markdown)$/i, '').replace(/[\s_]+/g, '-').toLowerCase();
}
