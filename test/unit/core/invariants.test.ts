import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { coverageOf } from '../../../src/core/coverage/coverage.js';
import type { LocatedDiagnostic } from '../../../src/core/lint/finding.js';
import { planFixes } from '../../../src/core/lint/fix-plan.js';
import { defineDocumentRule, defineLinkedRule, defineWorkspaceRule, type Rule } from '../../../src/core/lint/rule.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import { lintInMemory, type MemoryWorkspace } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { rules } from '../../../src/rules/index.js';
import { LiveRoot } from '../../support/live-root.js';
import { runs } from '../../support/property.js';
import { applied, changes, type Files, smallRoot } from '../../support/root-arbitrary.js';
import { baseFiles } from '../../support/rule-examples.js';

const parser = remarkParser();

function lint(files: Files, own: readonly Rule[] = rules): MemoryWorkspace {
  return lintInMemory(files, { rules: own, parser, today: '2026-09-01' });
}

/** A diagnostic in one line. */
function told({ path, line, column, severity, ruleId, message }: LocatedDiagnostic): string {
  return `${path}:${line}:${column} ${severity} ${ruleId} ${message}`;
}

describe('invariants', function () {
  // Many small roots, each linted several times: no statement about speed.
  this.timeout(120_000);

  describe('1: an index that was kept up to date', () => {
    it('equals one made from scratch, after any edits, creations, deletions and renames, data files too', () => {
      fc.assert(
        fc.property(smallRoot(), changes(), (start, steps) => {
          const live = new LiveRoot(start, rules);
          let files = start;
          for (const step of steps) {
            files = applied(files, step);
            live.update(files);
            assert.deepEqual(live.index.toJSON(), new LiveRoot(files, rules).index.toJSON());
          }
        }),
        runs(100),
      );
    });
  });

  describe('3: linting only what a change affects', () => {
    it('finds what linting everything finds', () => {
      fc.assert(
        fc.property(smallRoot(), changes(), (start, steps) => {
          const live = new LiveRoot(start, rules);
          live.lint();
          let files = start;
          for (const step of steps) {
            files = applied(files, step);
            const found = live.lint(live.update(files)).map(told);
            assert.deepEqual(found, new LiveRoot(files, rules).lint().map(told), JSON.stringify(step));
          }
        }),
        runs(120),
      );
    });

    const page = (body: string, field = '') => `---\ntitle: A\ntype: page\nstatus: draft\n${field}---\n\n# A\n\n${body}\n`;

    const guidance = (body: string): string =>
      page(body).replace('type: page', 'type: criterion-guidance\napplication: app\ncriterion: listening');
    const application = (field: string): string => page('text', `application: app\n${field}`).replace('type: page', 'type: application');

    /** A key that goes or comes: how a document refers to it, and the other document before and after. */
    const KEYS: readonly (readonly [about: string, reference: string, before: string | undefined, after: string | undefined])[] = [
      ['a heading', '[the first](b.md#one)', page('## One\n\ntext'), page('## Two\n\ntext')],
      ['an HTML anchor', '[the first](b.md#one)', page('<a id="one"></a>\n\ntext'), page('text')],
      ['an id', '[[own-id]]', page('text', 'id: own-id\n'), page('text', 'id: other-id\n')],
      ['a heading that a wiki link names', '[[b#One]]', page('## One\n\ntext'), page('text')],
      ['a file', '[the other page](b.md)', page('text'), undefined],
      ['an old address', '[the old page](old.md)', page('text', 'aliases: [old.md]\n'), page('text')],
      ['a heading of which only the anchor stays', '[[b#What?]]', page('## What?\n\ntext'), page('## What!\n\ntext')],
      ['a file that a wiki link names', '[[b]]', page('text'), undefined],
      ['a file whose name is nearly meant', '[the other page](bb.md)', page('text'), undefined],
    ];

    for (const [about, reference, before, after] of KEYS) {
      it(`looks again at what referred to ${about}, when it goes and when it comes back`, () => {
        const files = (other: string | undefined): Files => ({
          ...baseFiles(),
          'a.md': page(reference),
          ...(other === undefined ? {} : { 'b.md': other }),
        });
        const live = new LiveRoot(files(before), rules);
        const said = [live.lint(), live.lint(live.update(files(after))), live.lint(live.update(files(before)))].map((found) =>
          found.filter(({ path }) => path === 'a.md').map(told),
        );
        assert.notDeepEqual(said[1], said[0]);
        assert.deepEqual(said[2], said[0]);
      });
    }

    /** Other changes to what a document depends on: the files beside it before and after. */
    const CHANGES: readonly (readonly [about: string, text: string, before: Files, after: Files])[] = [
      [
        'the index of a folder that it links to has another status',
        page('[folder](g/)').replace('draft', 'published'),
        { 'g/index.md': page('text') },
        { 'g/index.md': page('text').replace('draft', 'published') },
      ],
      [
        'the index of a folder that it links to has other headings',
        page('[one](g/#one)'),
        { 'g/index.md': page('## One\n\ntext') },
        { 'g/index.md': page('## Two\n\ntext') },
      ],
      ['an image that it puts in appears', page('![[pic.png]]'), {}, { 'pic.png': '' }],
      [
        'one of two files of a name takes that name as its id',
        page('[[b]]'),
        { 'b.md': page('text'), 'n/b.md': page('text') },
        { 'b.md': page('text'), 'n/b.md': page('text', 'id: b\n') },
      ],
      [
        'the guidance on an element that it names has other headings',
        page('[[listening#Here]]'),
        { 'b.md': guidance('## Here') },
        { 'b.md': guidance('## There') },
      ],
      [
        'its application takes another framework',
        guidance('text'),
        { 'app.md': application('framework: good-neighbours\n') },
        { 'app.md': application('framework: nowhere\n') },
      ],
    ];

    for (const [about, text, before, after] of CHANGES) {
      it(`looks again at a document when ${about}`, () => {
        const files = (others: Files): Files => ({ ...baseFiles(), 'a.md': text, ...others });
        const live = new LiveRoot(files(before), rules);
        live.lint();
        const affected = live.update(files(after));
        assert.ok(affected.has('a.md'));
        assert.deepEqual(live.lint(affected).map(told), new LiveRoot(files(after), rules).lint().map(told));
      });
    }

    it('forgets what it said on another day, and under other rules', () => {
      const due = guidance('text').replace('status:', 'last_reviewed_on: 2026-01-31\nreview_in: 1 year\nstatus:');
      const live = new LiveRoot({ ...baseFiles(), 'a.md': due }, rules);
      const overdue = (today: string, only: readonly Rule[] = rules): boolean =>
        live.lint(new Set(), today, only).some(({ ruleId }) => ruleId === 'review-overdue');
      assert.deepEqual(
        [overdue('2026-09-01'), overdue('2028-09-01'), overdue('2028-09-01', []), overdue('2028-09-01')],
        [false, true, false, true],
      );
    });

    it('does not look at what a change does not concern', () => {
      const files: Files = { ...baseFiles(), 'a.md': page('[b](b.md)'), 'b.md': page('text'), 'c.md': page('other') };
      const live = new LiveRoot(files, rules);
      assert.deepEqual([...live.update({ ...files, 'b.md': page('changed text') })], ['b.md']);
      assert.deepEqual([...live.update({ ...files, 'b.md': undefined as never })].sort(), ['a.md', 'b.md']);
    });
  });

  describe('5: front matter that is missing, empty or malformed', () => {
    const states: Readonly<Record<string, string>> = {
      missing: '# A\n',
      empty: '---\n# nothing yet\n---\n\n# A\n',
      malformed: '---\ntitle: [\n---\n\n# A\n',
    };

    it('are three different values', () => {
      const { snapshot } = lint({
        ...baseFiles(),
        ...Object.fromEntries(Object.entries(states).map(([name, text]) => [`${name}.md`, text])),
      });
      for (const state of Object.keys(states)) assert.equal(snapshot.facts(`${state}.md`)?.fields.state, state);
    });

    it('each have a finding of their own', () => {
      const said = Object.values(states).map((text) =>
        lint({ ...baseFiles(), 'a.md': text })
          .diagnostics.filter(({ path, ruleId }) => path === 'a.md' && ruleId.startsWith('frontmatter-'))
          .map(({ ruleId, messageId }) => `${ruleId} ${messageId}`)
          .join(),
      );
      assert.ok(
        said.every((one) => one !== ''),
        said.join(' | '),
      );
      assert.equal(new Set(said).size, 3, said.join(' | '));
    });
  });

  describe('6: a rule that throws', () => {
    const meta = {
      group: 'structure',
      description: 'Fail',
      defaultSeverity: 'info',
      fixable: false,
      defaultOptions: {},
      messages: { seen: 'seen {at}' },
    } as const;
    const crash = (): never => {
      throw new Error('a mistake in the rule');
    };
    const crashing: readonly Rule[] = [
      defineDocumentRule({ id: 'crash-document', meta: { ...meta, scope: 'document' }, check: crash }),
      defineLinkedRule({ id: 'crash-linked', meta: { ...meta, scope: 'linked' }, check: crash }),
      defineWorkspaceRule({ id: 'crash-workspace', meta: { ...meta, scope: 'workspace' }, check: crash }),
    ];
    const sound = defineDocumentRule({
      id: 'sound',
      meta: { ...meta, scope: 'document' },
      check: ({ report }) => report({ messageId: 'seen', data: { at: 'last' }, at: { start: 0, end: 1 } }),
    });

    it('becomes an error of its own, and the others still report', () => {
      const { diagnostics } = lint({ ...baseFiles(), 'a.md': '# A\n' }, [...crashing, sound]);
      const crashes = diagnostics.filter(({ ruleId }) => ruleId === 'internal/rule-crashed');
      assert.deepEqual(crashes.map(({ path, severity, data }) => `${path} ${severity} ${data['rule']}: ${data['detail']}`).sort(), [
        'a.md error crash-document: a mistake in the rule',
        'a.md error crash-linked: a mistake in the rule',
        'guidance.yml error crash-workspace: a mistake in the rule',
      ]);
      assert.deepEqual(diagnostics.filter(({ ruleId }) => ruleId === 'sound').map(told), ['a.md:1:1 info sound seen last']);
    });

    it('like all that the tool says of itself, cannot be kept quiet', () => {
      const manifest = '# destination-map-disable-next-line internal/configuration: hide it\nframeworks: [nowhere.yml]\ntitle: A\n';
      assert.ok(
        lint({ 'guidance.yml': manifest }).diagnostics.some(({ ruleId, line }) => ruleId === 'internal/configuration' && line === 2),
      );
      const text =
        '---\ntitle: A\n# destination-map-disable-next-line internal/rule-crashed: hide it\n---\n<!-- destination-map-disable-next-line internal/rule-crashed: hide it -->\n# A\n';
      const { diagnostics } = lint({ ...baseFiles(), 'a.md': text }, crashing);
      assert.equal(diagnostics.filter(({ ruleId, path }) => ruleId === 'internal/rule-crashed' && path === 'a.md').length, 2);
    });
  });

  describe('7: fixes', () => {
    it('converge: the passes end, and a run after the last changes nothing', () => {
      fc.assert(
        fc.property(smallRoot(), (start) => {
          const after = fixAll(start);
          assert.deepEqual(fixAll(after), after);
        }),
        runs(80),
      );
    });

    it('never add an error', () => {
      fc.assert(
        fc.property(smallRoot(), (start) => {
          const errors = (files: Files): string[] =>
            lint(files)
              .diagnostics.filter(({ severity }) => severity === 'error')
              .map(told);
          let now = start;
          for (let next = afterOnePass(now); next; next = afterOnePass(now)) {
            const [before, after] = [errors(now), errors(next)];
            assert.ok(after.length <= before.length, `${before.join('\n')}\n→\n${after.join('\n')}`);
            now = next;
          }
        }),
        runs(150),
      );
    });

    it('keep line endings, comments and the order of keys, and touch no line that they do not mend', () => {
      fc.assert(
        fc.property(smallRoot(), (start) => {
          for (const { path, text, renameTo } of onePass(start)) {
            const before = start[path] ?? '';
            if (renameTo === undefined && text === before) continue;
            assert.equal(/(?<!\r)\n/.test(text), /(?<!\r)\n/.test(before), `${path} has other line endings`);
            assert.equal(text.includes('\r\n'), before.includes('\r\n'), `${path} has other line endings`);
            assert.ok(!before.includes('# ours') || text.includes('# ours'), `${path} has lost a comment`);
            const keys = (yaml: string): string[] => yaml.match(/^[a-z_]+(?=:)/gm) ?? [];
            const kept = keys(text).filter((key) => keys(before).includes(key));
            assert.deepEqual(
              kept,
              keys(before).filter((key) => kept.includes(key)),
              path,
            );
          }
        }),
        runs(150),
      );
    });

    it('touch only the range of what they mend', () => {
      fc.assert(
        fc.property(smallRoot(), (start) => {
          const { diagnostics, snapshot } = lint(start);
          for (const diagnostic of diagnostics.filter(({ fix }) => fix)) {
            const before = start[diagnostic.path] ?? '';
            const plan = planFixes([diagnostic], snapshot, sourcesOf(start)).find(({ path }) => path === diagnostic.path);
            if (!plan || plan.renameTo !== undefined) continue;
            const lines = changedLines(before, plan.text);
            assert.ok(lines.length <= 3, `${told(diagnostic)} changes ${lines.length} lines`);
          }
        }),
        runs(60),
      );
    });
  });

  describe('9: the same input', () => {
    it('gives the same output, in whatever order the files come', () => {
      const order = fc.infiniteStream(fc.nat(1000)).map((stream) => (files: Files) => {
        const keyed = Object.entries(files).map((entry) => [stream.next().value as number, entry] as const);
        return Object.fromEntries(keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry));
      });
      fc.assert(
        fc.property(smallRoot(), order, (files, shuffle) => {
          const [one, other] = [lint(files), lint(shuffle(files))];
          assert.deepEqual(other.diagnostics, one.diagnostics);
          assert.deepEqual(coverageOf(other.snapshot), coverageOf(one.snapshot));
          assert.equal(JSON.stringify(other.index.toJSON()), JSON.stringify(one.index.toJSON()));
        }),
        runs(80),
      );
    });
  });

  it('9: what is found is in the order of path and place', () => {
    fc.assert(
      fc.property(smallRoot(), (files) => {
        const places = lint(files).diagnostics.map(({ path, range }) => `${path} ${String(range.start).padStart(9, '0')}`);
        assert.deepEqual(places, [...places].sort());
      }),
      runs(60),
    );
  });

  describe('10: nothing in a document', () => {
    it('runs', () => {
      const marked = globalThis as { ran?: boolean };
      delete marked.ran;
      const call = '(globalThis.ran = true)';
      lint({
        ...baseFiles(),
        'a.md': `---js\n{ title: ${call} }\n---\n\n# A\n`,
        'b.md': `---javascript\nmodule.exports = ${call}\n---\n`,
        'c.md': `---\ntitle: !!js/function "function () { ${call} }"\nx: !!js/eval "${call}"\n---\n`,
        'd.md': `---\ntitle: A\ntype: page\n---\n\n<script>${call}</script>\n\n[x](javascript:${call})\n`,
        'e.md': `---coffee\ntitle: ${call}\n---\n`,
        'sources.yml': `sources: !!js/function "function () { ${call} }"\n`,
      });
      assert.equal(marked.ran, undefined);
    });

    it('leads out of the root', () => {
      fc.assert(
        fc.property(smallRoot(), (files) => {
          for (const facts of lint(files).snapshot.markdown) {
            for (const reference of facts.references) {
              if (!('path' in reference) || reference.path === undefined) continue;
              assert.ok(!reference.path.startsWith('/') && !reference.path.split('/').includes('..'), reference.path);
            }
          }
        }),
        runs(60),
      );
      const out = lint({ ...baseFiles(), 'a/b.md': '[x](../../../etc/passwd) [y](%2e%2e/%2e%2e/z.md) ![z](/../z.png)\n' }).snapshot.facts(
        'a/b.md',
      );
      assert.deepEqual(
        out?.references.map((one) => 'outside' in one && one.outside),
        [true, true, true],
      );
    });
  });
});

function sourcesOf(files: Files): (path: string) => SourceText | undefined {
  return (path) => (files[path] === undefined ? undefined : new SourceText(path, files[path]));
}

function onePass(files: Files): ReturnType<typeof planFixes> {
  const { diagnostics, snapshot } = lint(files);
  return planFixes(diagnostics, snapshot, sourcesOf(files));
}

/** The files after one pass of fixing; undefined where there is nothing to fix. */
function afterOnePass(files: Files): Files | undefined {
  const plans = onePass(files);
  if (plans.length === 0) return undefined;
  const moved = new Set(plans.flatMap(({ path, renameTo }) => (renameTo === undefined ? [] : path)));
  const kept = Object.entries(files).filter(([path]) => !moved.has(path));
  return Object.fromEntries([...kept, ...plans.map(({ path, text, renameTo }) => [renameTo ?? path, text] as const)]);
}

/** The files after as many passes of fixing as there is something to fix. */
function fixAll(files: Files): Files {
  let now = files;
  for (let pass = 0; pass < 12; pass++) {
    const next = afterOnePass(now);
    if (!next) return now;
    now = next;
  }
  throw new Error('fixes do not converge');
}

/** The lines of the first text that are not in the second. */
function changedLines(before: string, after: string): string[] {
  const kept = after.split('\n');
  return before.split('\n').filter((line) => {
    const index = kept.indexOf(line);
    if (index >= 0) kept.splice(index, 1);
    return index < 0;
  });
}
