import { deepEqual, equal, ok } from 'node:assert/strict';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { stringify } from 'yaml';
import { filesBelow } from '../../support/guidance-files.js';
import { siteOf } from '../../support/site-in-memory.js';
import { XSS_PAYLOADS } from '../../support/xss-payloads.js';

/** A payload on one line, as fields and names have it. */
const LINES = XSS_PAYLOADS.map((payload) => payload.replace(/[\r\n\t\0]+/g, ' ')).filter((payload) => payload.trim() !== '');

/** A root that carries a payload wherever a text can stand. */
function hostileRoot(payload: string): Record<string, string> {
  const base = [...filesBelow(['test/fixtures/rule-base'], /\.yml$/)].map(([path, text]) => [
    path.slice('test/fixtures/rule-base/'.length),
    text,
  ]);
  const element = (key: string) => ({
    key,
    number: payload,
    title: payload,
    short_title: payload,
    description: payload,
    requirement: payload,
  });
  const front = (fields: object) => `---\n${stringify(fields)}---\n`;
  const body = `\n# ${payload}\n\n## ${payload}\n\n${payload}\n\n[link](${payload}) ![image](${payload}) [@${payload}] [@smith-2020, ${payload}] [[${payload}|${payload}]]\n`;
  const gaps = [{ about: payload, because: payload }];
  const common = {
    title: payload,
    summary: payload,
    status: payload,
    owner: payload,
    lang: payload,
    aliases: [payload],
    audiences: [payload],
    gaps,
  };
  return {
    ...Object.fromEntries(base),
    'guidance.yml': stringify({
      title: payload,
      description: payload,
      disclaimer: payload,
      lang: payload,
      frameworks: ['framework.yml'],
      sources: 'sources.yml',
      glossary: 'glossary.yml',
      site: {
        title: payload,
        address: payload,
        base: payload,
        logo: payload,
        edit_link: payload,
        header: payload,
        footer: payload,
        accessibility: { contact: payload, checked_on: payload, limitations: [payload] },
      },
    }),
    'framework.yml': stringify({
      key: payload,
      title: payload,
      description: payload,
      hub: payload,
      frame: payload,
      domains: [element('people'), element(payload)],
      attributes: [element('fair')],
      criteria: [{ ...element('listening'), parts: [{ key: 'a', label: payload, title: payload }] }, element(payload)],
      relations: [{ key: 'r', kind: 'flow', title: payload, description: payload, steps: [payload] }],
      gaps,
    }),
    'sources.yml': stringify({
      sources: [
        {
          id: 'smith-2020',
          type: 'book',
          title: payload,
          author: [{ literal: payload }],
          publisher: payload,
          DOI: payload,
          kind: payload,
          points: [{ id: payload, says: payload, mark: payload }],
        },
      ],
    }),
    'glossary.yml': stringify({
      terms: [{ term: payload, expansion: payload, meaning: payload, instead_of: [payload] }],
      avoid: [{ phrases: [payload], because: payload, better: payload }],
    }),
    'index.md': `${front({ ...common, type: 'page' })}${body}`,
    'app/index.md': `${front({ ...common, type: 'application', application: payload, exit_page: payload })}${body}`,
    'app/one.md': `${front({ ...common, type: 'criterion-guidance', application: payload, criterion: 'listening', serves: [{ domain: 'people', because: payload, basis: payload }], related: [payload] })}${body}`,
    [`${payload.replace(/[/\0]/g, '_')}.md`]: `${front({ ...common, type: 'page', supports: [{ criterion: 'listening', section: payload, because: payload, basis: payload }] })}${body}`,
  };
}

const HISTORY = (subject: string) => ({
  entries: [{ date: '2026-01-01', hash: 'abc', subject, files: [{ path: subject, change: 'added' as const }] }],
  lastModified: { 'index.md': '2026-01-01' },
});

/** What on a page could run, or could ask something of another place without being followed. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(...dangersOf(node));
    for (const child of 'childNodes' in node ? node.childNodes : []) walk(child);
  };
  walk(parse(html));
  return found;
}

const ACTIVE = new Set([
  'iframe',
  'object',
  'embed',
  'base',
  'template',
  'math',
  'audio',
  'video',
  'applet',
  'frame',
  'frameset',
  'portal',
  'noscript',
]);

function dangersOf({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string[] {
  const attribute = (name: string) => attrs.find((one) => one.name === name)?.value;
  const found = attrs.flatMap(({ name, value }) => {
    if (/^on|^srcdoc$|^style$|^formaction$/.test(name)) return [`${tagName} ${name}`];
    if (!['href', 'src', 'action', 'xlink:href', 'poster', 'srcset'].includes(name)) return [];
    const address = value.replace(/[\u0000-\u0020]/g, '');
    return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?|mailto|tel):/i.test(address) ? [`${tagName} ${name}=${value}`] : [];
  });
  if (ACTIVE.has(tagName)) found.push(tagName);
  if (tagName === 'script' && attribute('type') !== 'application/ld+json' && !isOwnScript(attribute('src'))) found.push('script');
  // The site's script adds the one that is named here.
  if (attribute('data-script') !== undefined && !isOwnScript(attribute('data-script'))) found.push('script to be added');
  if (
    ['img', 'image', 'use', 'link', 'script', 'source'].includes(tagName) &&
    tagName !== 'link' &&
    /^(?:[a-z]+:)?\/\//i.test(attribute('src') ?? attribute('href') ?? '')
  )
    found.push(`${tagName} from elsewhere`);
  if (tagName === 'link' && attribute('rel') === 'stylesheet' && attribute('href')?.endsWith('assets/site.css') !== true)
    found.push('style sheet');
  if (tagName === 'style') found.push('style');
  return found;
}

/** Whether an address is that of one of the scripts that every site has, from wherever on the site. */
function isOwnScript(address: string | undefined): boolean {
  return address !== undefined && /^(?:\/|(?:\.\.\/)*)assets\/(?:site|search)\.js$/.test(address);
}

describe('a site made from texts that nobody can trust', () => {
  for (const payload of LINES) {
    it(`runs nothing and asks nothing of anybody: ${JSON.stringify(payload)}`, () => {
      const site = siteOf(hostileRoot(payload), { drafts: true, history: HISTORY(payload) });
      const pages = Object.entries(site).filter(([path]) => path.endsWith('.html'));
      ok(pages.length > 10);
      const found = pages.flatMap(([path, html]) =>
        // The standalone picture of the map has styles of its own, which hold nothing of the texts.
        dangers(html)
          .filter((danger) => !(danger === 'style' && path.startsWith('print/')))
          .map((danger) => `${path}: ${danger}`),
      );
      deepEqual(found, []);
    });
  }

  it('finds what it looks for', () => {
    equal(dangers('<img src=x onerror=a><a href=" java&#10;script:x">y</a><script>1</script><iframe></iframe>').length, 4);
  });

  it('shows the payload as text', () => {
    const payload = '<img src=x onerror=alert(1)>';
    const site = siteOf(hostileRoot(payload), { drafts: true, history: HISTORY(payload) });
    for (const page of ['index.html', 'evidence.html', 'glossary.html', 'accessibility.html', 'changes.html']) {
      ok(site[page]?.includes('&lt;img src=x onerror=alert(1)&gt;'), page);
    }
  });

  it('takes no name for one that every object has, no half of a character for an address, and nothing for a day that is none', () => {
    const site = siteOf({
      'guidance.yml': `title: T\nframeworks: []\nsources: sources.yml\nsite: { address: "https://example.org/", header: "${'>'.repeat(9000)}" }\n`,
      'sources.yml': 'sources:\n  - { id: a, type: book, title: A, superseded_by: constructor, DOI: "10.1/\\ud800" }\n',
      'a.md': '---\ntitle: A\ntype: page\nstatus: constructor\nlast_reviewed_on: 2026-99-99\n---\n\n# A\n',
    });
    ok(site['a.html']?.includes('<strong class="tag">constructor</strong>'));
    ok(site['evidence.html']?.includes('https://doi.org/10.1/%EF%BF%BD'));
    ok(!site['evidence.html']?.includes('Superseded'));
    ok(site['a.html']?.includes('<dd>2026-99-99</dd>'));
  });

  it('keeps every file inside the site', () => {
    for (const payload of ['../../etc', '/etc/passwd', '..\\..\\x', 'a/../../b']) {
      for (const path of Object.keys(siteOf(hostileRoot(payload), { drafts: true }))) {
        ok(!path.startsWith('/') && !path.split('/').includes('..'), path);
      }
    }
  });
});
