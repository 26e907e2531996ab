import { strict as assert } from 'node:assert';
import { type CriterionCoverage, coverageOf } from '../../../src/core/coverage/coverage.js';
import { findElement, labelled, readFramework } from '../../../src/core/model/framework.js';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import type { Mapping } from '../../../src/core/yaml/value.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { rules } from '../../../src/rules/index.js';
import { baseFiles } from '../../support/rule-examples.js';

const parser = remarkParser();
const SECTIONS = ['What this means', 'Why it matters', 'What to consider', 'Local example', 'Questions to reflect on'];

/** Front matter and sections as a document. */
function document(fields: readonly string[], sections: readonly string[]): string {
  return `---\n${fields.join('\n')}\n---\n\n# A\n\n${sections.map((title) => `## ${title}\n\ntext\n`).join('\n')}`;
}

/** Guidance on a criterion, complete but for what is given otherwise. */
function guidance(
  criterion: string,
  changes: { status?: string; sections?: readonly string[]; fields?: readonly string[]; serves?: string } = {},
): string {
  const {
    status = 'published',
    sections = SECTIONS,
    fields = [],
    serves = '{ domain: people, attributes: [fair], basis: source }',
  } = changes;
  return document(
    [
      'title: A',
      'type: criterion-guidance',
      `status: ${status}`,
      'application: app',
      `criterion: ${criterion}`,
      `serves: [${serves}]`,
      ...fields,
    ],
    sections,
  );
}

function application(...criteria: readonly string[]): string {
  return document(
    ['title: App', 'type: application', 'status: draft', 'application: app', 'criteria:', ...criteria.map((entry) => `  - ${entry}`)],
    [],
  );
}

/** How the application of a root stands. */
function cover(files: Readonly<Record<string, string>>) {
  const { snapshot } = lintInMemory(
    { ...baseFiles(), 'app.md': application('{ criterion: sharing, state: planned, because: Later. }'), ...files },
    { rules: [], parser, today: '2026-09-01' },
  );
  const [found] = coverageOf(snapshot).applications;
  assert.ok(found);
  return found;
}

/** How it stands with one criterion. */
function criterion(key: string, files: Readonly<Record<string, string>>): CriterionCoverage {
  const found = cover(files).criteria.find((one) => one.key === key);
  assert.ok(found);
  return found;
}

describe('claims', () => {
  const served = (serves: string) =>
    cover({ 'l.md': guidance('listening', { serves }) }).domains.find(({ key }) => key === 'people')?.criteria;

  it('count without a reason, and not with one that is still to be written', () => {
    assert.deepEqual(served('{ domain: people, basis: source }'), ['listening']);
    assert.deepEqual(served('{ domain: people, because: To be written, basis: source }'), []);
  });
});

describe('coverage of a criterion', () => {
  const state = (text: string) => criterion('listening', { 'l.md': text }).state;

  it('is whole where published guidance, or guidance in review, has every section', () => {
    assert.equal(state(guidance('listening')), 'covered');
    assert.equal(state(guidance('listening', { status: 'in-review' })), 'covered');
  });

  it('is partial for a draft, however complete', () => {
    assert.equal(state(guidance('listening', { status: 'draft' })), 'partial');
  });

  it('is partial where the status is absent or unknown: such a document is neither agreed nor absent', () => {
    assert.equal(state(guidance('listening', { status: 'finished' })), 'partial');
    assert.equal(state(guidance('listening').replace('status: published\n', '')), 'partial');
    assert.deepEqual(criterion('listening', { 'l.md': guidance('listening', { status: 'finished' }) }).status, 'finished');
  });

  it('is at most partial where the document’s type is unknown or none for criteria', () => {
    for (const type of ['type: no-such-type', 'type: page', 'tags: []']) {
      assert.equal(state(guidance('listening').replace('type: criterion-guidance', type)), 'partial', type);
    }
    const both = {
      'a.md': guidance('listening').replace('criterion-guidance', 'page'),
      'b.md': guidance('listening', { status: 'draft' }),
    };
    assert.equal(criterion('listening', both).path, 'b.md');
  });

  it('is partial where a section is missing or says nothing', () => {
    assert.equal(state(guidance('listening', { sections: SECTIONS.slice(1) })), 'partial');
    assert.equal(state(guidance('listening').replace('text', 'TBC')), 'partial');
    assert.deepEqual(criterion('listening', { 'l.md': guidance('listening', { sections: SECTIONS.slice(1) }) }).unfilled, [
      'What this means',
    ]);
  });

  it('is missing where there is nothing, or only what is withdrawn', () => {
    assert.equal(criterion('listening', {}).state, 'missing');
    assert.equal(state(guidance('listening', { status: 'withdrawn' })), 'missing');
    assert.equal(
      criterion('listening', { 'l.md': guidance('listening').replace('application: app', 'application: other') }).state,
      'missing',
    );
  });

  it('is planned or not applicable where the application says so, with the reason', () => {
    assert.deepEqual([criterion('sharing', {}).state, criterion('sharing', {}).because], ['planned', 'Later.']);
    const files = { 'app.md': application('{ criterion: 3, state: not-applicable, because: Not here. }') };
    assert.deepEqual([criterion('sharing', files).state, criterion('sharing', files).because], ['not-applicable', 'Not here.']);
  });

  it('goes by the guidance where there is guidance as well as a plan', () => {
    const found = criterion('sharing', { 's.md': guidance('sharing') });
    assert.deepEqual([found.state, found.because, found.path], ['covered', undefined, 's.md']);
  });

  it('goes by the document that is furthest along', () => {
    const files = {
      'a.md': guidance('listening', { status: 'draft' }),
      'b.md': guidance('listening', { status: 'published' }),
      'c.md': guidance('listening', { status: 'withdrawn' }),
      'd.md': guidance('listening', { status: 'published' }),
    };
    assert.equal(criterion('listening', files).path, 'b.md');
  });

  it('takes a criterion’s number for its key', () => {
    assert.equal(state(guidance('1')), 'covered');
    assert.equal(state(guidance('"1"')), 'covered');
  });

  it('is whole with a recorded gap, only where the type of document allows for one', () => {
    const gap = (section: string) => ['gaps:', `  - { about: It, section: ${section}, because: The source has none. }`];
    const without = (section: string) => ({ sections: SECTIONS.filter((one) => one !== section), fields: gap(section) });
    assert.equal(state(guidance('listening', without('Local example'))), 'covered');
    assert.equal(state(guidance('listening', without('Why it matters'))), 'partial');
  });

  it('asks for each part of a criterion', () => {
    const parts = (titles: readonly string[], status = 'published') =>
      criterion('planning', { 'p.md': guidance('planning', { status, sections: [...SECTIONS, ...titles] }) });
    assert.equal(parts(['Agreeing', 'Doing']).state, 'covered');
    assert.equal(parts(['a) Agreeing', '2b: Doing']).state, 'covered');
    const half = parts(['Agreeing']);
    assert.deepEqual([half.state, half.parts.map(({ label, state: part }) => `${label} ${part}`)], ['partial', ['a covered', 'b missing']]);
    assert.deepEqual(
      parts(['Agreeing'], 'draft').parts.map(({ state: part }) => part),
      ['partial', 'missing'],
    );
    assert.deepEqual(
      criterion('planning', {}).parts.map(({ state: part }) => part),
      ['missing', 'missing'],
    );
  });

  it('leaves a part missing whose gap is recorded', () => {
    const gap = ['gaps:', '  - { about: How it is done, section: Doing, because: The source does not say. }'];
    const found = criterion('planning', { 'p.md': guidance('planning', { sections: [...SECTIONS, 'Agreeing'], fields: gap }) });
    assert.deepEqual([found.state, found.parts.map((part) => part.state), found.gaps.length], ['partial', ['covered', 'missing'], 1]);
  });

  it('shows beside its state what never changes it', () => {
    const fields = ['last_reviewed_on: 2020-01-31', 'review_in: 1 month'];
    const found = criterion('listening', { 'l.md': `${guidance('listening', { fields })}\nAs [@b] and [@a; @b] say.\n` });
    assert.deepEqual([found.state, found.reviewDue, found.sources], ['covered', '2020-02-29', ['b', 'a']]);
  });
});

describe('coverage of an application', () => {
  it('counts each criterion once', () => {
    const { counts } = cover({
      'l.md': guidance('listening'),
      'l2.md': guidance('listening', { status: 'draft' }),
      'p.md': guidance('planning'),
    });
    assert.deepEqual(counts, { covered: 1, partial: 1, missing: 0, planned: 1, 'not-applicable': 0, total: 3 });
  });

  it('fills a cell of the matrix only by a claim that names both its domain and its attribute', () => {
    const cells = (serves: string) =>
      cover({ 'l.md': guidance('listening', { serves }) })
        .matrix.filter(({ claims }) => claims.length > 0)
        .map(({ attribute, domain }) => `${attribute} × ${domain}`);
    assert.deepEqual(cells('{ domain: people, attributes: [fair], basis: source }'), ['fair × people']);
    assert.deepEqual(cells('{ domain: people, basis: source }'), []);
    assert.deepEqual(cells('{ domain: people, basis: source }, { domain: places, attributes: [2], basis: source }'), ['open × places']);
    assert.deepEqual(cells('{ domain: nowhere, attributes: [fair], basis: source }'), []);
    assert.deepEqual(cells('{ domain: people, attributes: [nothing], basis: source }'), []);
  });

  it('takes domains and attributes by their numbers and by their old keys', () => {
    const framework = (baseFiles()['framework.yml'] ?? '')
      .replace('{ key: people,', '{ key: folk, title: Folk, replaced_by: people }\n  - { key: people, number: 7,')
      .replace('{ key: fair,', '{ key: just, title: Just, replaced_by: fair }\n  - { key: fair,');
    const cells = (serves: string) => {
      const { matrix, domains, attributes } = cover({ 'framework.yml': framework, 'l.md': guidance('listening', { serves }) });
      const filled = matrix.filter(({ claims }) => claims.length > 0).map(({ attribute, domain }) => `${attribute} × ${domain}`);
      return [...filled, ...[...domains, ...attributes].filter(({ criteria }) => criteria.length > 0).map(({ key }) => key)];
    };
    const both = ['fair × people', 'people', 'fair'];
    assert.deepEqual(cells('{ domain: 7, attributes: [1], basis: source }'), both);
    assert.deepEqual(cells('{ domain: "7", attributes: [just], basis: source }'), both);
    assert.deepEqual(cells('{ domain: folk, attributes: [fair, just], basis: source }'), both);
  });

  it('has a cell for every attribute and domain of the framework', () => {
    assert.deepEqual(
      cover({}).matrix.map(({ attribute, domain }) => `${attribute} × ${domain}`),
      ['fair × people', 'fair × places', 'open × people', 'open × places'],
    );
  });

  it('says which criteria serve a domain and an attribute', () => {
    const { domains, attributes } = cover({
      'l.md': guidance('listening'),
      'p.md': guidance('2', { serves: '{ domain: places, basis: source }' }),
      's.md': guidance('sharing', { status: 'withdrawn' }),
    });
    assert.deepEqual(
      domains.map(({ key, criteria }) => [key, criteria]),
      [
        ['people', ['listening']],
        ['places', ['planning']],
      ],
    );
    assert.deepEqual(
      attributes.map(({ key, criteria }) => [key, criteria]),
      [
        ['fair', ['listening']],
        ['open', []],
      ],
    );
  });

  it('of a framework that is not there counts nothing', () => {
    const { counts, framework, matrix } = cover({
      'app.md': application().replace('application: app', 'application: app\nframework: nowhere'),
    });
    assert.deepEqual([counts.total, framework, matrix], [0, undefined, []]);
  });
});

describe('a domain’s number in a claim', () => {
  it('is allowed by the schema, and the key is offered', () => {
    const framework = (baseFiles()['framework.yml'] ?? '').replace('{ key: people,', '{ key: people, number: 7,');
    const files = {
      ...baseFiles(),
      'app.md': application('{ criterion: sharing, state: planned, because: Later. }'),
      'framework.yml': framework,
      'l.md': guidance('listening', { serves: '{ domain: 7, basis: source, because: It does. }' }),
    };
    const { diagnostics } = lintInMemory(files, { rules, parser, today: '2026-09-01' });
    const about = diagnostics.filter(({ path, severity, ruleId }) => path === 'l.md' && (severity === 'error' || ruleId === 'element-key'));
    assert.deepEqual(
      about.map(({ ruleId, data }) => `${ruleId} ${data['key']}`),
      ['element-key people'],
    );
  });
});

describe('a claim under a domain’s old key', () => {
  const framework = (baseFiles()['framework.yml'] ?? '')
    .replace('{ key: people,', '{ key: folk, title: Folk, replaced_by: people }\n  - { key: people,')
    .replace('{ key: listening,', '{ key: listening, domains: [people],');
  const said = (serves: string) =>
    lintInMemory(
      { ...baseFiles(), 'framework.yml': framework, 'l.md': guidance('listening', { serves }) },
      { rules, parser, today: '2026-09-01' },
    ).diagnostics.flatMap(({ ruleId, messageId }) => (ruleId === 'claim-allowed' ? messageId : []));

  it('is allowed where the domain is that has taken its place', () => {
    assert.deepEqual(said('{ domain: folk, basis: source }'), []);
    assert.deepEqual(said('{ domain: places, basis: source }'), ['excluded']);
  });

  it('is the same claim as one under the new key', () => {
    assert.deepEqual(said('{ domain: folk, basis: source }, { domain: people, basis: source }'), ['repeated']);
  });
});

describe('a gap on a part of a criterion', () => {
  const said = (section: string) => {
    const gap = ['gaps:', `  - { about: How it is done, section: ${section}, because: The source does not say. }`];
    const files = { ...baseFiles(), 'p.md': guidance('planning', { sections: [...SECTIONS, 'Agreeing'], fields: gap }) };
    const { diagnostics } = lintInMemory(files, { rules, parser, today: '2026-09-01' });
    return diagnostics.map(({ ruleId }) => ruleId).filter((id) => id === 'part-covered' || id === 'gap-section');
  };

  it('counts as recorded under the part’s title, with or without its letter', () => {
    for (const section of ['Doing', 'doing', 'b) Doing', '2b Doing']) assert.deepEqual(said(section), [], section);
  });

  it('does not count under another name', () => {
    assert.deepEqual(said('Redoing').sort(), ['gap-section', 'part-covered']);
  });
});

describe('two editions of a framework', () => {
  const old = (baseFiles()['framework.yml'] ?? '').replace('key: planning\n', 'key: planning\n    replaced_by: deciding\n');
  const next =
    'key: better-neighbours\ntitle: Better neighbours\nversion: "2"\nknowledge_domains: []\ndomains: []\nattributes: []\ncriteria:\n  - { key: deciding, number: 1, title: Deciding together }\n';
  const manifest = (baseFiles()['guidance.yml'] ?? '').replace('[framework.yml]', '[framework.yml, next.yml]');
  const found = (files: Readonly<Record<string, string>>) =>
    lintInMemory(
      { ...baseFiles(), 'framework.yml': old, 'next.yml': next, 'guidance.yml': manifest, ...files },
      { rules, parser, today: '2026-09-01' },
    ).diagnostics;

  it('offer what has taken an element’s place in the other, and write nothing by themselves', () => {
    const [offer, ...others] = found({ 'p.md': guidance('planning') }).filter(({ ruleId }) => ruleId === 'element-key');
    assert.equal(
      offer?.message,
      '“Better neighbours” has 1: Deciding together in the place of the criterion “planning”. Write “deciding” when this guidance moves to that framework.',
    );
    assert.deepEqual([offer.fix, offer.suggestions?.map(({ title }) => title), others], [undefined, ['Write “deciding”'], []]);
  });

  it('need a key each', () => {
    const told = (files: Readonly<Record<string, string>>) =>
      found(files)
        .filter(({ ruleId }) => ruleId === 'internal/configuration')
        .map(({ path, line, message }) => `${path}:${line} ${message}`);
    assert.deepEqual(told({}), []);
    assert.deepEqual(told({ 'next.yml': next.replace('better', 'good') }), [
      'guidance.yml:2 “next.yml” has the key “good-neighbours”, which “framework.yml” has already. Give one of the two another key, or take it out of “frameworks”.',
    ]);
  });
});

describe('a framework', () => {
  const framework = readFramework('framework.yml', parseYaml(baseFiles()['framework.yml'] ?? '').value as Mapping);

  it('finds an element by its key or by its number, and only of the kinds that are asked for', () => {
    assert.ok(framework);
    assert.equal(findElement(framework, ['criterion'], 'planning')?.title, 'Planning together');
    assert.equal(findElement(framework, ['criterion'], '2')?.key, 'planning');
    assert.equal(findElement(framework, ['attribute'], '2')?.key, 'open');
    assert.equal(findElement(framework, ['attribute'], 'planning'), undefined);
    assert.equal(findElement(framework, ['criterion'], '9'), undefined);
  });

  it('prefers a key to a number', () => {
    const odd = readFramework('f.yml', {
      key: 'f',
      criteria: [
        { key: 'first', number: 7 },
        { key: '7', number: 1 },
      ],
    });
    assert.ok(odd);
    assert.equal(findElement(odd, ['criterion'], '7')?.number, '1');
  });

  it('leaves out what is malformed', () => {
    assert.equal(readFramework('f.yml', { title: 'no key' }), undefined);
    assert.deepEqual(
      readFramework('f.yml', { key: 'f', criteria: ['text', { title: 'no key' }, { key: 'k' }], domains: 'text' })?.elements.map(
        ({ key }) => key,
      ),
      ['k'],
    );
  });

  it('labels an element by its number where it has one', () => {
    assert.equal(labelled({ number: '2', title: 'Planning' }), '2: Planning');
    assert.equal(labelled({ number: undefined, title: 'People' }), 'People');
  });
});
