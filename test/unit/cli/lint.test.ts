import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildOnce, COMMAND, cleanUp, dmap, environment, PROJECT, page, temporaryGuidance } from '../../support/cli.js';

const BROKEN_LINK = page('Listening', 'See [how to plan](plan-together.md).');

const schema = JSON.parse(readFileSync(join(PROJECT, 'schemas/lint-result.schema.json'), 'utf8')) as object;
const isLintResult = new Ajv2020().compile(schema);

interface Message {
  ruleId: string;
  severity: string;
  line: number;
  column: number;
  endColumn: number;
  fixable: boolean;
}

function messagesIn(out: string): Record<string, Message[]> {
  const value = JSON.parse(out) as { path: string; messages: Message[] }[];
  assert.ok(isLintResult(value), JSON.stringify(isLintResult.errors));
  return Object.fromEntries(value.map(({ path, messages }) => [path, messages]));
}

describe('dmap lint', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);

  describe('its exit code', () => {
    it('is 0 where nothing is wrong', () => {
      const { code, out } = dmap(temporaryGuidance(), ['lint', '--rule', 'point-carried:off']);
      assert.match(out, /No errors or warnings in 4 files\./);
      assert.equal(code, 0);
    });

    it('is 1 for an error', () => assert.equal(dmap(temporaryGuidance({ 'listen.md': BROKEN_LINK }), ['lint']).code, 1));

    it('is 0 for warnings, and 1 for more than --max-warnings', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      const args = ['lint', 'listen.md', '--rule', 'link-target:warning', '--rule', 'document-linked:off'];
      assert.equal(dmap(root, args).code, 0);
      assert.equal(dmap(root, [...args, '--max-warnings', '1']).code, 0);
      const { code, out } = dmap(root, [...args, '--max-warnings', '0', '--quiet']);
      assert.equal(code, 1);
      assert.match(out, /--max-warnings allows 0 warnings\./);
    });

    const mistakes: [what: string, args: string[], says: RegExp][] = [
      ['a path that is not there', ['lint', 'nowhere'], /no file or folder “nowhere”/],
      ['an unknown option', ['lint', '--quite'], /Unknown option '--quite'. Did you mean --quiet\?/],
      ['an unknown command', ['lnt'], /Unknown command 'lnt'. Did you mean lint\?/],
      ['an unknown format', ['lint', '--format', 'xml'], /Allowed choices are pretty, compact, json/],
      ['an unknown rule', ['lint', '--rule', 'link-targt:off'], /no rule “link-targt”. Did you mean “link-target”\?/],
      ['an unknown severity', ['lint', '--rule', 'link-target:warn'], /“warn” is not a severity/],
      ['a rule without a severity', ['lint', '--rule', 'link-target'], /“--rule link-target:warning”/],
      ['a date that does not exist', ['lint', '--today', '2026-02-30'], /YYYY-MM-DD/],
      ['a number of warnings that is none', ['lint', '--max-warnings', 'few'], /Give a whole number/],
      ['a manifest that is not there', ['lint', '--config', 'other.yml'], /no file “other.yml” for --config/],
      ['--fix beside --fix-dry-run', ['lint', '--fix', '--fix-dry-run'], /cannot be used with/],
    ];
    for (const [what, args, says] of mistakes) {
      it(`is 2 for ${what}, with one line that says so`, () => {
        const { code, err } = dmap(temporaryGuidance(), args);
        assert.equal(code, 2);
        assert.match(err, says);
        assert.match(err, /^dmap: .*\n$/);
      });
    }

    it('is 2 outside a guidance folder', () => {
      const empty = join(temporaryGuidance(), '../empty');
      mkdirSync(empty);
      const { code, err } = dmap(empty, ['lint']);
      assert.equal(code, 2);
      assert.match(err, /There is no guidance\.yml in “\.” or in any folder above it.*dmap init/);
    });

    it('is 2 for a manifest that cannot be read, whatever file was asked about', () => {
      const root = temporaryGuidance({ 'guidance.yml': 'title: [\n', 'listen.md': page('Listening', 'Text.') });
      const { code, out } = dmap(root, ['lint', 'listen.md']);
      assert.equal(code, 2);
      assert.match(out, /guidance\.yml/);
    });

    it('is 2 for a manifest that names a rule or a file that is not there', () => {
      const root = temporaryGuidance({
        'guidance.yml': 'title: T\nframeworks: [framework.yml, other.yml]\nlint: { rules: { nonsense: error } }\n',
      });
      const { code, out } = dmap(root, ['lint']);
      assert.equal(code, 2);
      assert.match(out, /There is no rule “nonsense”/);
      assert.match(out, /There is no file “other\.yml”/);
    });
  });

  describe('its JSON', () => {
    it('is as its schema has it, with places from 1 and paths from the working directory', () => {
      const root = temporaryGuidance({ 'care/listen.md': BROKEN_LINK });
      const { out, code } = dmap(dirname(root), ['lint', 'guidance', '--format', 'json']);
      const [found] = messagesIn(out)['guidance/care/listen.md']?.filter((one) => one.ruleId === 'link-target') ?? [];
      assert.deepEqual([found?.severity, found?.line, found?.column, found?.endColumn, found?.fixable], ['error', 9, 19, 35, false]);
      assert.equal(code, 1);
    });

    it('is an empty list where nothing was found, and stays JSON where the command fails', () => {
      const root = temporaryGuidance();
      assert.equal(dmap(root, ['lint', 'framework.yml', '--format', 'json']).out, '[]\n');
      const { out, err, code } = dmap(root, ['lint', 'nowhere', 'framework.yml', '--format', 'json']);
      assert.deepEqual([out, code], ['[]\n', 2]);
      assert.match(err, /nowhere/);
    });

    it('of the real guidance is valid, has no error, and lists recorded gaps', () => {
      const files = messagesIn(dmap(PROJECT, ['lint', 'guidance', '--format', 'json', '--no-cache', '--today', '2026-09-01']).out);
      const all = Object.values(files).flat();
      assert.deepEqual(
        all.filter((one) => one.severity === 'error'),
        [],
      );
      assert.ok(all.some((one) => one.ruleId === 'gap-recorded' && one.severity === 'info'));
    });

    it('is the same with a cache, without one and with either parser', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      const runs = [[], [], ['--no-cache'], ['--parser', 'remark'], ['--cache-dir', 'kept']].map(
        (more) => dmap(root, ['lint', '--format', 'json', ...more]).out,
      );
      assert.equal(new Set(runs).size, 1);
    });
  });

  describe('the files that it reports on', () => {
    const files = { 'a/one.md': BROKEN_LINK, 'b/two.md': BROKEN_LINK, 'b/three.md': BROKEN_LINK };
    const reported = (root: string, ...paths: string[]) =>
      Object.keys(messagesIn(dmap(root, ['lint', ...paths, '--format', 'json', '--quiet']).out));

    it('are a file, a folder, several of them, or all', () => {
      const root = temporaryGuidance(files);
      assert.deepEqual(reported(root, 'a/one.md'), ['a/one.md']);
      assert.deepEqual(reported(root, 'b'), ['b/three.md', 'b/two.md']);
      assert.deepEqual(reported(root, 'b/two.md', 'a'), ['a/one.md', 'b/two.md']);
      assert.deepEqual(reported(root), ['a/one.md', 'b/three.md', 'b/two.md']);
    });

    it('can belong to several guidance folders', () => {
      const [first, second] = [temporaryGuidance(files), temporaryGuidance(files)];
      assert.equal(reported(first, 'a', join(second, 'b')).length, 3);
    });

    it('are those of the guidance folder in a project, from the project’s folder', () => {
      assert.deepEqual(reported(dirname(temporaryGuidance({ 'a/one.md': BROKEN_LINK }))), ['guidance/a/one.md']);
    });

    it('are known through a whole root: a link to another document is not broken', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK, 'plan-together.md': page('Planning', 'See [listening](listen.md).') });
      assert.deepEqual(reported(root, 'listen.md'), []);
    });

    it('are told about where they are no guidance', () => {
      const { err, code } = dmap(temporaryGuidance({ 'notes.txt': 'x' }), ['lint', 'notes.txt']);
      assert.match(err, /“notes\.txt” was not checked: it is not a guidance document/);
      assert.equal(code, 0);
    });
  });

  describe('its pretty output', () => {
    it('shows the line with a pointer, the rule, a summary and no colour', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      const { out } = dmap(root, ['lint', 'listen.md', '--rule', 'document-linked:off']);
      assert.equal(
        out,
        [
          'listen.md',
          '  9:19  error    There is no file at “plan-together.md”. Correct the link, or',
          '        create the file. (link-target)',
          '        9 | See [how to plan](plan-together.md).',
          '          |                   ^^^^^^^^^^^^^^^^',
          '',
          '1 error in 1 file.',
          'Next: mend the error above; “dmap explain link-target” says more.',
          '',
        ].join('\n'),
      );
    });

    it('of the real guidance is short, within 80 columns, and lists every file with recorded gaps', () => {
      const { out } = dmap(PROJECT, ['lint', 'guidance', '--today', '2026-09-01']);
      const lines = out.split('\n');
      for (const line of lines) assert.ok([...line].length <= 80, line);
      assert.ok(lines.length <= 95, `${lines.length} lines`);
      const all = messagesIn(dmap(PROJECT, ['lint', 'guidance', '--today', '2026-09-01', '--format', 'json']).out);
      for (const [path, messages] of Object.entries(all)) {
        const gaps = messages.filter((one) => one.ruleId === 'gap-recorded').length;
        if (gaps > 0) assert.ok(out.includes(`\n${path}  ${gaps} recorded gap`), path);
      }
      const indented = lines.filter((line) => /^ +in /.test(line));
      assert.equal(new Set(indented).size, indented.length, 'no line twice');
      assert.match(lines.at(-2) ?? '', /^Next: /);
    });

    describe('of notes', () => {
      const gapsIn = (count: number) => {
        const gaps = Array.from(
          { length: count },
          (_, index) => `  - { about: What follows from idea number ${index + 1}, because: Nobody has looked. }\n`,
        );
        return `---\ntitle: Ideas\ntype: page\nstatus: draft\ngaps:\n${gaps.join('')}---\n\n# Ideas\n\nSome.\n`;
      };
      const lintIdeas = (count: number, ...more: string[]) =>
        dmap(temporaryGuidance({ 'ideas.md': gapsIn(count) }), ['lint', 'ideas.md', '--rule', 'document-linked:off', ...more]).out;

      it('lists a few gaps on a line each, then sums up and says what is next', () => {
        assert.equal(
          lintIdeas(2),
          [
            'Recorded gaps (2)',
            '',
            'ideas.md',
            '  6:14  gap  What follows from idea number 1. Nobody has looked.',
            '  7:14  gap  What follows from idea number 2. Nobody has looked.',
            '',
            'No errors or warnings in 1 file.',
            '2 recorded gaps.',
            'Next: nothing must be mended. “dmap lint --verbose” lists every note.',
            '',
          ].join('\n'),
        );
      });

      it('counts many gaps by file, with the first of each', () => {
        const out = lintIdeas(13);
        assert.match(out, /^Recorded gaps \(13, by file\)\n\nideas\.md {2}13 recorded gaps: What follows from .* … and 12 more\n\n/);
      });

      it('lists every one whole with --verbose, with its rule', () => {
        const out = lintIdeas(13, '--verbose');
        assert.equal(out.match(/\(gap-recorded\)/g)?.length, 13);
        assert.match(out, /^Notes \(info\)\n/);
        assert.doesNotMatch(out, /--verbose/);
      });

      it('groups others by rule, each place once, after errors and warnings', () => {
        const broken = page('Listening', `${'See [a](plan.md). '.repeat(5)}Good organizational habits.`);
        const { out } = dmap(temporaryGuidance({ 'listen.md': broken }), ['lint', 'listen.md', '--rule', 'link-target:info']);
        assert.match(out, /^Errors and warnings\n/);
        assert.match(
          out,
          /\nOther notes \(info\)\n\nlink-target, 5 notes: Require links .*\n {4}in listen\.md:9:9, listen\.md:9:27 and 3 more places\n/,
        );
      });

      it('are warnings with the preset strict', () => {
        const manifest = 'title: T\nframeworks: [framework.yml]\nsources: sources.yml\nglossary: glossary.yml\nlint: { extends: strict }\n';
        const { out } = dmap(temporaryGuidance({ 'ideas.md': gapsIn(2), 'guidance.yml': manifest }), ['lint', 'ideas.md']);
        assert.match(out, /6:14 {2}warning {2}Recorded gap: /);
      });
    });

    it('shows errors only with --quiet, and says what it does not show', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      const { out } = dmap(root, ['lint', '--quiet']);
      assert.match(out, /link-target/);
      assert.doesNotMatch(out, /document-linked|point-carried/);
      assert.match(out, /--quiet does not show /);
    });

    it('says what --fix could mend', () => {
      const { out } = dmap(temporaryGuidance({ 'listen.md': page('Listening', 'Good organizational habits.') }), ['lint', 'listen.md']);
      assert.match(out, /\[--fix mends this\]/);
      assert.match(out, /“dmap lint --fix” can mend 1 of these/);
    });

    it('cannot be commanded by what is in a document', () => {
      const { out } = dmap(temporaryGuidance({ 'listen.md': page('Listening', 'Red \u001B[31m and \u202E turned [x](gone.md).') }), [
        'lint',
        'listen.md',
      ]);
      assert.ok(!/[\u001B\u202E]/.test(out));
      assert.match(out, /<U\+001B>/);
    });

    it('uses colours where they are asked for, and never with NO_COLOR', () => {
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      assert.match(dmap(root, ['lint'], { env: { FORCE_COLOR: '1' } }).out, /\u001B\[/);
      assert.doesNotMatch(dmap(root, ['lint'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out, /\u001B\[/);
      assert.doesNotMatch(dmap(root, ['lint']).out, /\u001B\[/);
    });

    it('says nothing of its progress where nobody watches', () => assert.equal(dmap(temporaryGuidance(), ['lint']).err, ''));

    it('uses colours on a terminal, and none there with NO_COLOR', function () {
      if (spawnSync('script', ['--version']).status !== 0) this.skip();
      const root = temporaryGuidance({ 'listen.md': BROKEN_LINK });
      const onTerminal = (env: NodeJS.ProcessEnv) =>
        spawnSync('script', ['-qec', `${process.execPath} ${COMMAND} lint`, '/dev/null'], {
          cwd: root,
          encoding: 'utf8',
          env: { ...environment(root), TERM: 'xterm', ...env },
        }).stdout;
      assert.match(onTerminal({}), /\u001B\[31m/);
      assert.doesNotMatch(onTerminal({ NO_COLOR: '1' }), /\u001B\[\d/);
    });
  });

  it('names the manifest of --config by its own path', () => {
    const root = temporaryGuidance();
    writeFileSync(join(root, '../strict.yml'), 'title: T\nframeworks: [gone.yml]\n');
    const { out, code } = dmap(root, ['lint', '--config', '../strict.yml']);
    assert.match(out, /^\.\.\/strict\.yml\n +2:14 {2}error/m);
    assert.equal(code, 2);
  });

  it('ends quietly where its reader stops early', () => {
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${COMMAND}" lint guidance --verbose | head -1`], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    assert.match(stdout, /^(?:Errors and warnings|Notes)/);
    assert.equal(stderr, '');
  });

  it('prints timings with --debug only', () => {
    assert.match(dmap(temporaryGuidance(), ['lint', '--debug']).err, /took \d+ ms/);
  });
});
