/**
 * Runs the extension's own tests inside extension hosts of a real VS Code: `node`, `web`, or both where none is named.
 * DMAP_GREP names what the tests to run have in their names.
 */
import { closeBrowser } from '../support/browser.js';
import { cleanUp } from '../support/cli.js';
import type { HostKind } from './host/bundle-suite.js';
import { prepare } from './host/prepare.js';
import { runInHost } from './host/run-in-host.js';
import { SCENARIOS, type Scenario } from './host/scenarios.js';
import { startHost } from './host/start-host.js';

const KINDS: readonly HostKind[] = ['node', 'web'];
const wanted = KINDS.filter((kind) => process.argv.length < 3 || process.argv.includes(kind));

for (const kind of wanted) for (const scenario of SCENARIOS) await run(scenario, kind);
await closeBrowser();
cleanUp();

async function run(scenario: Scenario, kind: HostKind): Promise<void> {
  const host = await startHost();
  try {
    const prepared = await prepare(scenario, kind, host.folder);
    if (!prepared) return;
    console.log(`\n▹ ${scenario.name}, in the ${kind === 'node' ? 'Node' : 'web'} extension host`);
    const status = await runInHost(host, { ...prepared, folder: prepared.opened, kind, name: `${scenario.name}-${kind}` });
    if (status !== 0) process.exitCode = 1;
  } catch (error) {
    console.error(`${scenario.name} (${kind}): ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    await host.stop();
  }
}
