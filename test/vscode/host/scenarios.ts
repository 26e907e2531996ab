import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT, page } from '../../support/cli.js';

/** Tests that run in one window, and the folder that it shows. */
export interface Scenario {
  readonly name: string;
  /** The folder of the test files, from `test/vscode/`. */
  readonly suite: string;
  /** The guidance roots in the folder that is opened. */
  readonly roots: readonly string[];
  /** Fills the folder that is opened. */
  fill(folder: string): void;
}

/** A folder of `suite/` is a scenario of its own. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'guidance', suite: 'suite', roots: ['guidance', 'small'], fill: fillWithGuidance },
  {
    name: 'no-guidance',
    suite: 'suite/no-guidance',
    roots: [],
    fill: (folder) => write(folder, { 'notes.md': '---\ntype: page\n---\n\n# Notes\n\n[Gone](gone.md)\n', 'data.yml': 'title: Data\n' }),
  },
];

/** The project's own guidance, and beside it a small root of another framework with something wrong in it. */
export function fillWithGuidance(folder: string): void {
  cpSync(join(PROJECT, 'guidance'), join(folder, 'guidance'), { recursive: true });
  cpSync(join(PROJECT, 'test/fixtures/second-framework'), join(folder, 'small'), { recursive: true });
  write(join(folder, 'small'), {
    'pages/broken.md': page('Broken', 'This leads nowhere: 𝒳 [there](gone.md), and [@nobody-2020] says so.').replace('draft', 'drafft'),
    'pages/unfinished.md': 'A document without front matter.\n',
  });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
