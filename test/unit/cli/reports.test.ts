import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse as parseJunit } from 'junit2json';
import type { Table } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { buildOnce, cleanUp, dmap, PROJECT, page, type Run, temporaryGuidance } from '../../support/cli.js';
import { type RdDiagnostic, reviewdogProblems, suggested } from '../../support/reviewdog-format.js';
import { typeProblems } from '../../support/type-checked.js';

/** An error in front matter, an error, a warning and a fixable note in the text; signs that XML, commands and tables give a meaning to. */
const FILES = {
  'a note, 50%.md': page('One & <two>', 'See 漢字 [how to plan](plan-together.md).\n\n[[wrong | “name”]] and [[listen]].'),
  'listen.md': page('Listening', 'Text.').replace('status: draft', 'status: drafted'),
};

interface Expected {
  path: string;
  ruleId: string;
  severity: string;
  message: string;
  line: number;
  column: number;
}

/** What the command's own JSON says: every other format has to say the same. */
function expected(cwd: string, more: readonly string[] = []): Expected[] {
  const files = JSON.parse(dmap(cwd, ['lint', '--format', 'json', ...more]).out) as { path: string; messages: Expected[] }[];
  return files.flatMap(({ path, messages }) => messages.map((message) => ({ ...message, path })));
}

describe('dmap lint --format', function () {
  this.timeout(120_000);
  after(cleanUp);

  let root: string;
  let all: Expected[];
  before(() => {
    buildOnce();
    root = temporaryGuidance(FILES);
    all = expected(root);
    assert.ok(['error', 'warning', 'info'].every((severity) => all.some((one) => one.severity === severity)));
  });
  const report = (format: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Run =>
    dmap(root, ['lint', '--format', format, ...more], { env });
  const worstFirst = (found: readonly Expected[]) =>
    ['error', 'warning', 'info'].flatMap((severity) => found.filter((one) => one.severity === severity));

  describe('compact', () => {
    it('says each finding in one line, which the problem matcher of the extension takes apart', () => {
      const { contributes } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
      const { regexp, ...groups } = contributes.problemMatchers[0].pattern as { regexp: string } & Record<string, number>;
      const lines = report('compact').out.trimEnd().split('\n');
      const read = lines.map((line) => {
        const match = new RegExp(regexp).exec(line);
        assert.ok(match, line);
        const part = (name: string) => match[groups[name] ?? 0];
        return [part('file'), Number(part('line')), Number(part('column')), part('severity'), part('code')];
      });
      assert.deepEqual(
        read,
        all.map(({ path, line, column, severity, ruleId }) => [path, line, column, severity, ruleId]),
      );
    });
  });

  describe('sarif', () => {
    interface Sarif {
      runs: [
        {
          tool: { driver: { rules: { id: string; help?: { markdown: string } }[] } };
          results: {
            ruleId: string;
            ruleIndex: number;
            message: { text: string };
            partialFingerprints: Record<string, string>;
            locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn?: number } } }];
            fixes?: { artifactChanges: [{ replacements: { insertedContent: { text: string } }[] }] }[];
          }[];
        },
      ];
    }
    const runOf = (out: string) => (JSON.parse(out) as Sarif).runs[0];

    it('is a SARIF log by the types made from its schema', () =>
      assert.deepEqual(typeProblems("import('sarif').Log", report('sarif').out), []));

    it('tells every finding, with the page of its rule and the change that mends it', () => {
      const { results, tool } = runOf(report('sarif').out);
      assert.deepEqual(
        results.map(({ ruleId, message, locations: [{ physicalLocation }] }) => [
          decodeURIComponent(physicalLocation.artifactLocation.uri),
          ruleId,
          message.text,
          physicalLocation.region.startLine,
        ]),
        all.map(({ path, ruleId, message, line }) => [path, ruleId, message, line]),
      );
      for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      const { help } = tool.driver.rules.find(({ id }) => id === 'link-target') ?? {};
      assert.match(help?.markdown ?? '', /^# link-target\n/);
      const mended = results.find(({ ruleId }) => ruleId === 'wiki-link-style')?.fixes?.[0]?.artifactChanges[0].replacements;
      assert.deepEqual(
        mended?.map(({ insertedContent }) => insertedContent.text),
        ['[Listening](listen.md)'],
      );
    });

    it('knows a finding again after lines were added above it', () => {
      const fingerprints = (out: string) =>
        runOf(out).results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']);
      const before = fingerprints(report('sarif').out);
      assert.equal(new Set(before).size, before.length);
      const file = join(root, 'a note, 50%.md');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace('See 漢字', 'A sentence more.\n\nSee 漢字'));
      const after = fingerprints(report('sarif').out);
      writeFileSync(file, text);
      assert.deepEqual(after, before);
    });
  });

  it('gitlab is a list of issues by the published types, with a fingerprint for each', () => {
    const { out } = report('gitlab');
    assert.deepEqual(typeProblems("(import('codeclimate-types').Issue & { fingerprint: string })[]", out), []);
    const issues = JSON.parse(out) as { check_name: string; fingerprint: string; severity: string; location: { path: string } }[];
    assert.deepEqual(
      issues.map(({ check_name, severity, location }) => [location.path, check_name, severity]),
      all.map(({ path, ruleId, severity }) => [path, ruleId, { error: 'major', warning: 'minor', info: 'info' }[severity]]),
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });

  it('junit is a run of tests as junit2json reads it: errors failed, files without errors passed', async () => {
    const told = await parseJunit(report('junit').out);
    assert.ok(told && 'testsuite' in told);
    const cases = (told.testsuite ?? []).flatMap((suite) => suite.testcase ?? []);
    const failures = cases.flatMap(({ classname, failure }) => (failure ?? []).map(({ message }) => [classname, message]));
    const errors = all.filter(({ severity }) => severity === 'error');
    assert.deepEqual(failures.sort(), errors.map(({ path, message }) => [path, message]).sort());
    assert.equal(told.failures, errors.length);
    assert.equal(told.tests, cases.length);
    const passed = (told.testsuite ?? []).filter(({ failures }) => failures === 0).map(({ name }) => name);
    assert.deepEqual(passed, ['framework.yml', 'glossary.yml', 'guidance.yml', 'sources.yml']);
  });

  it('junit fails for warnings too where there are more than --max-warnings', async () => {
    const told = await parseJunit(report('junit', ['--max-warnings', '0']).out);
    assert.ok(told && 'testsuite' in told);
    assert.equal(told.failures, all.filter(({ severity }) => severity !== 'info').length);
  });

  it('checkstyle is read by a plugin of Danger as what was found', () => {
    const require = createRequire(join(PROJECT, 'package.json'));
    const { parseCheckstyle } = require('danger-plugin-lint-report/dist/parse/checkstyle_parser.js') as {
      parseCheckstyle: (
        report: unknown,
        root: string,
      ) => { file: string; line: number; column: number; severity: string; message: string }[];
    };
    const { xml2js } = createRequire(require.resolve('danger-plugin-lint-report'))('xml-js') as { xml2js: (xml: string) => unknown };
    const read = parseCheckstyle(xml2js(report('checkstyle').out), root);
    assert.deepEqual(
      read.map(({ file, line, column, severity, message }) => [file, line, column, severity, message.replaceAll('&amp;', '&')]),
      all.map(({ path, line, column, severity, message }) => [path, line, column, severity, message]),
    );
  });

  it('azure is read by the library of Azure’s tasks as errors and warnings, worst first', () => {
    const { commandFromString } = createRequire(join(PROJECT, 'package.json'))('azure-pipelines-task-lib/taskcommand.js') as {
      commandFromString: (line: string) => { command: string; message: string; properties: Record<string, string> };
    };
    const commands = report('azure').out.trimEnd().split('\n').map(commandFromString);
    assert.deepEqual(
      commands.map(({ command, message, properties }) => [command, properties, message]),
      worstFirst(all.filter(({ severity }) => severity !== 'info')).map(({ path, line, column, severity, ruleId, message }) => [
        'task.logissue',
        { type: severity, sourcepath: path, linenumber: String(line), columnnumber: String(column), code: ruleId },
        message,
      ]),
    );
  });

  it('rdjsonl is one diagnostic a line in Reviewdog’s format, with columns in bytes and the changes that mend', () => {
    const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
    const { out } = report('rdjsonl');
    assert.ok(out.endsWith('}\n'));
    const lines = out.trimEnd().split('\n');
    for (const line of lines) assert.deepEqual(reviewdogProblems(line, textOf), [], line);
    const told = lines.map((line) => JSON.parse(line) as RdDiagnostic);
    assert.deepEqual(
      told.map(({ code, location }) => [location.path, code.value]),
      all.map(({ path, ruleId }) => [path, ruleId]),
    );
    const link = told.find(({ code }) => code.value === 'link-target');
    assert.equal(link?.location.range.start.column, Buffer.byteLength('See 漢字 [how to plan](') + 1);
    const mends = told.find(({ code }) => code.value === 'wiki-link-style');
    const [mend, ...others] = mends?.suggestions ?? [];
    assert.ok(mend && others.length === 0);
    const text = textOf(mends?.location.path ?? '');
    assert.equal(suggested(text, mend), text.replace('[[listen]]', '[Listening](listen.md)'));
  });

  it('rdjsonl is held to rules that catch what Reviewdog would not take', () => {
    const place = { path: 'a.md', range: { start: { line: 1, column: 2 } } };
    const good = { message: 'No.', location: place, severity: 'ERROR', related_locations: [{ location: { path: 'a.md' } }] };
    const problems = (diagnostic: object) => reviewdogProblems(JSON.stringify(diagnostic), () => 'a漢字\nb');
    const ranged = (range: object) => problems({ ...good, location: { path: 'a.md', range } });
    assert.deepEqual(problems(good), []);
    assert.deepEqual(ranged({ start: { line: 1, column: 8 }, end: { line: 2, column: 2 } }), []);
    for (const [found, says] of [
      [problems({ location: place }), 'diagnostic has no message'],
      [problems({ ...good, ruleId: 'x' }), 'diagnostic has ruleId, which is no field of Diagnostic'],
      [problems({ ...good, severity: 'error' }), 'diagnostic.severity is no Severity'],
      [problems({ ...good, message: '\uD800' }), 'diagnostic.message is no text'],
      [problems({ ...good, suggestions: {} }), 'diagnostic.suggestions is no list'],
      [ranged({ start: { line: 0 } }), 'diagnostic.location.range.start.line is no number from 1'],
      [ranged({ start: { line: 1, column: 3 } }), 'the location is not in the text'],
      [ranged({ start: { line: 3 } }), 'the location is not in the text'],
      [ranged({ start: { line: 2, column: 1 }, end: { line: 1, column: 1 } }), 'the location ends before it starts'],
      [ranged({ start: { line: 1, column: 1 }, end: { line: 2 } }), 'the location has half its columns'],
    ] as const) {
      assert.deepEqual(found, [says]);
    }
  });

  it('markdown has a table of every severity, and no text of the guidance becomes markup', () => {
    const tree = remark().use(remarkGfm).parse(report('markdown').out);
    const rows = tree.children.filter((node): node is Table => node.type === 'table').flatMap(({ children }) => children.slice(1));
    const cells = rows.map(({ children }) =>
      children.map((cell) => {
        assert.ok(
          cell.children.every((node) => node.type === 'text' || (node.type === 'html' && node.value === '<!-- -->')),
          JSON.stringify(cell.children),
        );
        return cell.children.map((node) => (node.type === 'text' ? node.value : '')).join('');
      }),
    );
    assert.deepEqual(
      cells.map(([, message, ruleId]) => [message, ruleId]),
      worstFirst(all).map(({ message, ruleId }) => [message, ruleId]),
    );
    assert.doesNotMatch(report('markdown').out, /@smith/, 'nobody is called by a citation');
    assert.match(report('markdown').out, /^## Guidance check\n\n\d errors? and \d warnings? in 3 of 6 files\.\n/);
  });

  describe('github', () => {
    /** What GitHub's own library for actions writes for the same annotations. */
    const byToolkit = (found: readonly (Expected & { endLine: number; endColumn: number })[]): string => {
      const script = `
        import * as core from '@actions/core';
        for (const { path, ruleId, severity, message, line, column, endLine, endColumn } of JSON.parse(process.argv[1])) {
          const columns = line === endLine ? { startColumn: column, endColumn } : {};
          const place = endLine === 1 && endColumn === 1 ? { startLine: 1 } : { startLine: line, endLine, ...columns };
          core[severity === 'info' ? 'notice' : severity](message, { title: ruleId, file: path, ...place });
        }`;
      return spawnSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(found)], { cwd: PROJECT, encoding: 'utf8' })
        .stdout;
    };

    it('says what GitHub’s own library says, worst first', () => {
      assert.equal(report('github').out, byToolkit(worstFirst(all) as never));
    });

    it('keeps to the ten of each kind that GitHub shows, and puts all of them into the job’s summary', () => {
      const many = temporaryGuidance({
        'listen.md': page('Listening', Array.from({ length: 25 }, (_, n) => `See [the way of ${n}](gone-${n}.md).`).join('\n\n')),
      });
      const summary = join(dirname(many), 'summary.md');
      writeFileSync(summary, 'Before.\n');
      const { out, code } = dmap(many, ['lint', '--format', 'github', '--quiet'], { env: { GITHUB_STEP_SUMMARY: summary } });
      assert.equal(out.split('\n').filter((line) => line.startsWith('::error ')).length, 10);
      assert.equal(code, 1);
      const told = readFileSync(summary, 'utf8');
      assert.match(told, /^Before\.\n## Guidance check\n/);
      assert.equal(told.match(/link-target/g)?.length, 25);
    });

    it('tells files by their path from the checkout, wherever the step runs', () => {
      const { out } = report('github', [], { GITHUB_WORKSPACE: dirname(root) });
      assert.match(out, /file=guidance\/listen\.md/);
      assert.match(report('github', [], { GITHUB_WORKSPACE: join(PROJECT, 'src') }).out, /file=listen\.md/);
    });
  });

  describe('beside words that would command a build server', () => {
    const commands = '##vso[task.setvariable variable=x]y and ##[add-path]z';
    const hostile = () =>
      temporaryGuidance({
        'listen.md': page(
          'Listening',
          `See [::stop-commands::x](gone.md "${commands}"). ${'word '.repeat(9)}[::error::x](::error::x.md) ${commands}`,
        ),
      });
    /** What the servers would take for a command, and is none of ours. */
    const taken = (out: string) =>
      out
        .split('\n')
        .filter((line) => /^\s*::|##(?:vso)?\[/.test(line) && !/^::(?:error|warning|notice) title=|^##vso\[task\.logissue /.test(line));

    for (const format of ['pretty', 'github', 'azure']) {
      it(`lets none of them through in ${format}`, () => {
        const { out } = dmap(hostile(), ['lint', '--format', format, '--verbose']);
        assert.ok(out.includes('gone.md'));
        assert.deepEqual(taken(out), []);
      });
    }
  });

  describe('given several times', () => {
    it('writes each to its file, without colours, and shows the one that has none', () => {
      const { out, err, code } = dmap(
        root,
        [
          'lint',
          '--format',
          'sarif:../out/lint.sarif',
          '--format',
          'pretty',
          '--format',
          'pretty:../out/lint.txt',
          '--format',
          'junit:../out/junit.xml',
        ],
        { env: { FORCE_COLOR: '1' } },
      );
      const read = (name: string) => readFileSync(join(root, '../out', name), 'utf8');
      assert.equal(read('lint.sarif'), report('sarif').out);
      assert.equal(read('junit.xml'), report('junit').out);
      assert.equal(read('lint.txt'), report('pretty').out);
      assert.match(out, /\u001B\[/);
      assert.match(err, /^Wrote \.\.\/out\/lint\.sarif, \.\.\/out\/lint\.txt, \.\.\/out\/junit\.xml\.\n$/);
      assert.equal(code, 1);
    });

    it('says the same bytes however often it is run', () => {
      for (const format of ['sarif', 'gitlab', 'junit', 'rdjsonl', 'markdown']) assert.equal(report(format).out, report(format).out);
    });

    const mistakes: [what: string, formats: string[], says: RegExp][] = [
      ['two documents for the terminal', ['sarif', 'json'], /sarif and json cannot all be shown here\. Say which file/],
      ['an unknown format', ['sarf:x'], /no format “sarf”\. Did you mean “sarif”\?/],
      ['no file behind the colon', ['sarif:'], /names no file/],
      ['one file for two', ['sarif:a.txt', 'json:./a.txt'], /Two formats would be written to/],
      ['a folder', ['sarif:..'], /is a folder/],
      ['a place among the guidance', ['markdown:report.md'], /would be part of the guidance/],
    ];
    for (const [what, formats, says] of mistakes) {
      it(`ends with 2 for ${what}, and writes nothing`, () => {
        const { code, err } = dmap(root, ['lint', ...formats.flatMap((format) => ['--format', format])]);
        assert.equal(code, 2);
        assert.match(err, says);
        assert.match(err, /^dmap: .*\n$/);
        assert.ok(!existsSync(join(root, 'a.txt')));
      });
    }

    it('says in a line that a report cannot be written where it is to go', () => {
      mkdirSync(join(root, '../file'), { recursive: true });
      writeFileSync(join(root, '../file/there'), '');
      const { code, err } = dmap(root, ['lint', '--format', 'sarif:../file/there/lint.sarif']);
      assert.equal(code, 2);
      assert.match(err, /^dmap: .*\n$/);
    });
  });
});
