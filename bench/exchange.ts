/** What goes to other programs and comes from Word: each export of 1,000 documents, and a Word table of 500 rows. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { EXCHANGE_FORMATS } from '../src/cli/export/formats.js';
import { type Command, measureInTurn } from './measure.js';
import { cache, cli, folder, ROUNDS, root } from './places.js';
import { report, shown } from './report.js';

const APPLICATIONS = 54;
const ROWS = 500;
const environment = { XDG_CACHE_HOME: cache };
const WORDS = 'people learn from each case and share what they found with others who need it'.split(' ');

/** Measures every export against the check that goes before it, and an import against mammoth alone. */
export async function benchExchange(): Promise<void> {
  await exports();
  await imports();
}

async function exports(): Promise<void> {
  const guidance = manyApplications();
  const lint: Command = { name: 'lint', program: process.execPath, args: [cli, 'lint', guidance, '--format', 'json'], env: environment };
  const out = (format: string) => join(folder, 'exchange', format);
  const commands = ['site', ...EXCHANGE_FORMATS].map(
    (format): Command => ({
      name: format,
      program: process.execPath,
      args: [cli, 'export', out(format), guidance, '--format', format, ...(MANY.has(format) ? ['--application', 'rasso'] : [])],
      env: environment,
      mustSucceed: true,
    }),
  );
  const [checked, ...figures] = await measureInTurn([lint, ...commands], ROUNDS);
  console.log(`exports of ${count(guidance)} documents in ${APPLICATIONS} applications, beside a lint of them: ${shown(checked)}`);
  for (const [index, { name }] of commands.entries()) {
    const figure = figures[index];
    const one = MANY.has(name) ? ', one application of them' : '';
    console.log(`  ${name.padEnd(8)} ${shown(figure)}  × ${((figure?.seconds ?? 0) / (checked?.seconds ?? 1)).toFixed(1)}${one}`);
  }
  console.log('');
}

/** A SCORM package holds the whole site, and a PDF is printed by a browser: nobody makes 54 at once. */
const MANY = new Set(['scorm', 'pdf']);

/** The project's own guidance, with its application many times over. */
function manyApplications(): string {
  const target = join(folder, `applications-${APPLICATIONS}`);
  if (existsSync(target)) return target;
  cpSync(join(root, 'guidance'), target, { recursive: true });
  for (let index = 1; index < APPLICATIONS; index++) {
    mkdirSync(join(target, `rasso-${index}`));
    for (const file of readdirSync(join(root, 'guidance/rasso'))) {
      const text = readFileSync(join(root, 'guidance/rasso', file), 'utf8').replace(/^application: rasso$/m, `application: rasso-${index}`);
      writeFileSync(join(target, `rasso-${index}`, file), text);
    }
  }
  return target;
}

function count(guidance: string): number {
  return readdirSync(guidance, { recursive: true }).filter((path) => String(path).endsWith('.md')).length;
}

async function imports(): Promise<void> {
  const { guidance, file } = await longTable();
  const ours: Command = {
    name: 'import',
    program: process.execPath,
    args: [cli, 'import', file, guidance, '--application', 'long'],
    env: environment,
    mustSucceed: true,
    before: () => rmSync(join(guidance, 'long'), { recursive: true, force: true }),
  };
  const script = `require('mammoth').convertToHtml({ path: ${JSON.stringify(file)} })`;
  const theirs: Command = { name: 'mammoth', program: process.execPath, args: ['-e', script], cwd: root, mustSucceed: true };
  const [import500, mammoth] = await measureInTurn([ours, theirs], ROUNDS);
  report(
    `import of a Word table of ${ROWS} rows as ${ROWS} documents, against mammoth turning it into HTML`,
    import500,
    mammoth,
    'no goal',
  );
}

/** A framework of 500 criteria, and a Word document with a row for each. */
async function longTable(): Promise<{ guidance: string; file: string }> {
  const guidance = join(folder, `criteria-${ROWS}`);
  const file = join(folder, `criteria-${ROWS}.docx`);
  const title = (row: number) => `Understanding ${words(row, 4)} in field ${row}`;
  const criteria = Array.from(
    { length: ROWS },
    (_, row) => `  - { key: criterion-${row + 1}, number: ${row + 1}, title: ${title(row + 1)} }\n`,
  );
  mkdirSync(guidance, { recursive: true });
  writeFileSync(join(guidance, 'guidance.yml'), 'title: Long table\nlang: en-GB\nframeworks: [framework.yml]\n');
  const domains = 'domains:\n  - { key: people, title: People }\n';
  writeFileSync(join(guidance, 'framework.yml'), `key: long\ntitle: Long\nversion: "1"\n${domains}criteria:\n${criteria.join('')}`);
  const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) });
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const [first, second] = [words(row, 60), words(row + 7, 80)];
    return new TableRow({ children: [cell(String(row + 1)), cell(title(row + 1)), cell(`${first}.`, `${second}.`)] });
  });
  const head = new TableRow({ children: [cell('No.'), cell('Criterion'), cell('What this means')] });
  const document = new Document({ sections: [{ children: [new Table({ rows: [head, ...rows] })] }] });
  writeFileSync(file, await Packer.toBuffer(document));
  return { guidance, file };
}

function words(from: number, many: number): string {
  return Array.from({ length: many }, (_, index) => WORDS[(from + index * 3) % WORDS.length]).join(' ');
}
