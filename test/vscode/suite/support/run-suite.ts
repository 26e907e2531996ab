// The build for browsers: it needs nothing of Node, so that it runs in either extension host.
import 'mocha/mocha.js';
import { format } from './format.js';
import { given } from './given.js';
import { MOCHA_LINE } from './mocha-line.js';

/** How long a test may take, in milliseconds: the first waits until the server has read all documents. */
const PATIENCE = 60_000;

/** The build puts itself there. */
const { Mocha } = globalThis as unknown as { Mocha: typeof import('mocha') };

/**
 * Runs tests in this extension host, and prints what mocha says to the console.
 * @param files load the files of tests
 * @param grep a text in the names of the tests to run
 * @throws Error where a test fails
 */
export async function runSuite(files: readonly (() => Promise<unknown>)[], grep: string): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(args).split('\n')) console.log(MOCHA_LINE + line);
  };
  const mocha = new Mocha({ reporter: Mocha.reporters.Spec, timeout: PATIENCE, fgrep: grep, color: false });
  mocha.ui('bdd');
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  // VS Code may choose another host than was meant, and tests for a browser would also run in Node.
  const isWorker = 'importScripts' in globalThis;
  if (isWorker !== (given.kind === 'web')) throw new Error(`These tests are meant for the ${given.kind} extension host.`);
  for (const load of files) await load();
  const failures = await new Promise<number>((resolve) => {
    Mocha.prototype.run.call(mocha, resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
