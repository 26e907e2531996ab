import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { hostPrograms } from '../../../scripts/tasks/ensure-vscode-host.mjs';
import { endGroup, endGroupWithUs } from './process-group.js';
import { QUIET, type Settings } from './settings.js';
import { TemporaryFolder } from './temporary.js';

/** How long the server may take to listen, in milliseconds. */
const PATIENCE = 60_000;

/** What a host is started with. */
export interface HostOptions {
  /** Settings of the user, beside those that keep the workbench quiet. */
  readonly settings?: Settings;
  /** Packages of extensions to install. */
  readonly extensions?: readonly string[];
  /** Whether the workbench asks if a folder is trusted; otherwise every folder is. */
  readonly asksForTrust?: boolean;
}

/** What a window is opened with: the name and value of an option of VS Code. */
export type Payload = readonly (readonly [name: string, value: string])[];

/** A VS Code server on this machine alone, with data of its own. */
export interface VsCodeHost {
  readonly folder: TemporaryFolder;
  /** What the server has said so far. */
  output(): string;
  /** The address of a file or folder of this machine, as the workbench knows it. */
  remote(path: string): string;
  /** The address of a window on a folder. */
  window(folder: string, payload?: Payload): string;
  stop(): Promise<void>;
}

/** Starts a server, installs extensions in it and waits until it listens. */
export async function startHost(options: HostOptions = {}): Promise<VsCodeHost> {
  const folder = new TemporaryFolder();
  try {
    folder.folder('data', 'User');
    writeFileSync(folder.at('data', 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...options.settings }));
    for (const file of options.extensions ?? []) installExtension(folder, file);
    return await startServer(folder, options);
  } catch (error) {
    folder.remove();
    throw error;
  }
}

async function startServer(folder: TemporaryFolder, { asksForTrust = false }: HostOptions): Promise<VsCodeHost> {
  const { node, server } = hostPrograms();
  const args = [server, ...dataFolders(folder), ...SERVER_ARGUMENTS, ...(asksForTrust ? [] : ['--disable-workspace-trust'])];
  const child = spawn(node, args, { env: environment(folder), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  endGroupWithUs(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      if (process.env['DMAP_VERBOSE']) process.stderr.write(chunk);
    });
  }
  const port = await listening(child, () => output).catch(async (error) => {
    await endGroup(child);
    throw error;
  });
  return runningHost(folder, child, `127.0.0.1:${port}`, () => output);
}

const SERVER_ARGUMENTS = [
  ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
  ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
  // Without it, a workbench that is no development build does not heed `extensionTestsPath`.
  '--enable-smoke-test-driver',
];

function runningHost(folder: TemporaryFolder, child: ChildProcess, origin: string, output: () => string): VsCodeHost {
  return {
    folder,
    output,
    remote: (path) => `vscode-remote://${origin}${path}`,
    window: (opened, payload = []) => {
      const url = new URL(`http://${origin}/`);
      url.searchParams.set('folder', opened);
      if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
    stop: async () => {
      await endGroup(child);
      folder.remove();
    },
  };
}

/** The port that the server listens on, as soon as it says so. */
function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server does not listen.\n${output()}`)), PATIENCE);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}.\n${output()}`)));
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    });
  });
}

function installExtension(folder: TemporaryFolder, file: string): void {
  const { node, server } = hostPrograms();
  const args = [server, ...dataFolders(folder), '--accept-server-license-terms', '--install-extension', file, '--force'];
  const { stdout, stderr, error } = spawnSync(node, args, { env: environment(folder), encoding: 'utf8' });
  // Its status is 0 either way.
  if (!/successfully installed/.test(stdout)) throw new Error(`${file} cannot be installed: ${error ?? ''}\n${stdout}${stderr}`);
}

const dataFolders = (folder: TemporaryFolder) => [
  ...['--server-data-dir', folder.at('server')],
  ...['--user-data-dir', folder.at('data')],
  ...['--extensions-dir', folder.at('extensions')],
];

/** Everything that programs write by themselves goes below the folder, sockets included. */
function environment(folder: TemporaryFolder): NodeJS.ProcessEnv {
  const home = folder.folder('home');
  const tmp = folder.folder('tmp');
  return {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    XDG_CACHE_HOME: `${home}/.cache`,
    XDG_RUNTIME_DIR: tmp,
    TMPDIR: tmp,
    // code-server's own switch: no marketplace is asked.
    EXTENSIONS_GALLERY: '{}',
  };
}
