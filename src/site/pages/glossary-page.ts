import type { AvoidedPhrase, Term } from '../../core/model/glossary.js';
import { compare } from '../../core/text/compare.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { termAnchor } from '../addresses.js';
import type { MadeFrom } from '../plan/made-from.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** Terms with what they mean, and words to avoid with what to write instead. */
export function glossaryPage({ index, shared }: MadeFrom): SiteFile {
  const { terms, avoid } = index.snapshot.glossary;
  const page = index.own.glossary;
  const all = [...terms].sort((a, b) => compare(a.term.toLowerCase(), b.term.toLowerCase()));
  // A term without a meaning says only how a word is written.
  const sorted = all.filter((term) => !isSpelling(term));
  return ownPage(
    {
      page,
      title: 'Glossary',
      description: 'What the terms and acronyms in this guidance mean.',
      data: [{ '@type': 'DefinedTermSet', name: `Glossary: ${shared.title}`, hasDefinedTerm: sorted.map(termData) }],
      html: `${termsHtml(sorted)}\n${spellingHtml(all.filter(isSpelling))}\n${avoidHtml(avoid)}`,
    },
    shared,
  );
}

function isSpelling({ expansion, meaning, unknown, insteadOf }: Term): boolean {
  return expansion === undefined && meaning === undefined && !unknown && insteadOf.length > 0;
}

function spellingHtml(terms: readonly Term[]): string {
  if (terms.length === 0) return '';
  const items = terms.map(
    ({ term, insteadOf }) =>
      `<li id="${escapeHtml(termAnchor(term))}">${escapeHtml(term)} <span class="quiet">and not ${insteadOf.map((form) => `“${escapeHtml(form)}”`).join(', ')}</span></li>`,
  );
  return `<h2 id="spelling">How words are written here</h2>\n<ul>${items.join('')}</ul>`;
}

function termData({ term, expansion, meaning }: Term): object {
  const description = [expansion, meaning].filter((part) => part !== undefined).join('. ');
  return { '@type': 'DefinedTerm', name: term, ...(description === '' ? {} : { description }) };
}

function termsHtml(terms: readonly Term[]): string {
  if (terms.length === 0) return '<p>No terms are registered yet.</p>';
  const seen = new Set<string>();
  const entries = terms.map((term) => {
    const anchor = termAnchor(term.term);
    const id = seen.has(anchor) ? '' : ` id="${escapeHtml(anchor)}"`;
    seen.add(anchor);
    return `<div${id}><dt>${escapeHtml(term.term)}</dt>${meanings(term)}</div>`;
  });
  return `<dl class="glossary">${entries.join('\n')}</dl>`;
}

function meanings({ expansion, meaning, unknown, insteadOf }: Term): string {
  const lines = [
    ...(expansion === undefined ? [] : [`<strong>${escapeHtml(expansion)}</strong>`]),
    ...(meaning === undefined ? [] : [escapeHtml(meaning)]),
    ...(unknown ? ['The sources use this and do not say what it stands for.'] : []),
    ...(insteadOf.length > 0
      ? [`<span class="quiet">Used here in place of ${insteadOf.map((form) => `“${escapeHtml(form)}”`).join(', ')}.</span>`]
      : []),
  ];
  return lines.map((line) => `<dd>${line}</dd>`).join('') || '<dd>No meaning is registered yet.</dd>';
}

function avoidHtml(avoid: readonly AvoidedPhrase[]): string {
  if (avoid.length === 0) return '';
  const rows = avoid.map(
    ({ phrases, better, because }) =>
      `<tr><th scope="row">${phrases.map((phrase) => escapeHtml(phrase)).join(', ')}</th><td>${escapeHtml(better ?? 'Leave it out')}</td><td>${escapeHtml(because)}</td></tr>`,
  );
  return `<h2 id="words-to-avoid">Words to avoid</h2>
<p>Words that this guidance does not use, what it writes in their place, and why.</p>
<section class="scroll" aria-labelledby="words-to-avoid" tabindex="0">
<table><thead><tr><th scope="col">Avoid</th><th scope="col">Write</th><th scope="col">Why</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</section>`;
}
