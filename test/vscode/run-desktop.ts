/** Runs the extension's own tests in a VS Code for the desktop, which is downloaded once and kept in `.vscode-test/`. */
import { runTests } from '@vscode/test-electron';
import { cleanUp, PROJECT } from '../support/cli.js';
import { downloadedVsCode } from './host/desktop.js';
import { prepare } from './host/prepare.js';
import { SCENARIOS, type Scenario } from './host/scenarios.js';
import { TemporaryFolder } from './host/temporary.js';

const vscodeExecutablePath = await downloadedVsCode(PROJECT).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
for (const scenario of SCENARIOS) await run(scenario);
cleanUp();

async function run(scenario: Scenario): Promise<void> {
  const folder = new TemporaryFolder();
  try {
    const prepared = await prepare(scenario, 'node', folder);
    if (!prepared) return;
    console.log(`\n▹ ${scenario.name}, in VS Code for the desktop`);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: prepared.extension,
      extensionTestsPath: prepared.tests,
      launchArgs: [
        prepared.opened,
        ...['--user-data-dir', folder.folder('data'), '--extensions-dir', folder.folder('extensions')],
        ...['--disable-workspace-trust', '--disable-gpu', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
      ],
    });
  } catch (error) {
    console.error(`${scenario.name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    folder.remove();
  }
}
