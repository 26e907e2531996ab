import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';

/** How long a download may stand still, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Downloads VS Code where it has not been downloaded.
 * @param project the project's folder
 * @returns its program
 * @throws Error in plain words where it cannot be had
 */
export async function downloadedVsCode(project: string): Promise<string> {
  const told = process.env['VSCODE_DESKTOP'];
  if (told) return told;
  try {
    return await downloadAndUnzipVSCode({
      version: process.env['VSCODE_VERSION'] ?? 'stable',
      cachePath: join(project, '.vscode-test'),
      timeout: PATIENCE,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    throw new Error(`VS Code for the desktop could not be downloaded (${error instanceof Error ? error.message : error}).
Are you online? VSCODE_DESKTOP can name the program of a VS Code that you have; on Linux, “npm run test:vscode” runs the same tests
in a VS Code from the package registry.`);
  }
}
