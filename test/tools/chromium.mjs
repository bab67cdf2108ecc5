// @ts-check
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from '@playwright/test';

const root = process.getuid?.() === 0;

/** What every Chromium of ours is started with: nothing of its own goes to the network. */
export const chromiumFlags = [
  ...(root ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/**
 * The path of a Chromium that starts: `CHROME_PATH`, else one of the system, else Playwright's own, else, as root on
 * Debian, one that apt-get installs now. Remembered in `CHROME_PATH` for the processes started from here.
 *
 * @throws {Error} where there is none, saying how to get one
 */
export function chromiumPath() {
  const path = process.env.CHROME_PATH ? given(process.env.CHROME_PATH) : (found() ?? installed());
  if (path === null) {
    throw new Error(
      'no Chromium found: install Chromium, Chrome or Edge, or run "npx playwright install chromium", ' +
        'or set CHROME_PATH to the program'
    );
  }
  process.env.CHROME_PATH = path;
  return path;
}

/** @param {string} path */
function given(path) {
  if (!isProgram(path)) throw new Error(`CHROME_PATH is no program: ${path}`);
  return path;
}

/** @returns {string | null} */
function found() {
  return [...systemPaths(), chromium.executablePath()].find(starts) ?? null;
}

/** @returns {string[]} */
function systemPaths() {
  if (process.platform === 'darwin') return macPaths();
  if (process.platform === 'win32') return windowsPaths();
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function macPaths() {
  const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  const folders = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
  return apps.flatMap((app) => folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)));
}

function windowsPaths() {
  const {LOCALAPPDATA, PROGRAMFILES} = process.env;
  const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((folder) => folder);
  const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
  return [...programs, 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((program) =>
    folders.map((folder) => join(folder ?? '', program))
  );
}

/**
 * Whether the file is there and starts. A distribution may put a script in place of a browser that only says how to
 * get one; on Windows, where a browser doesn't print its version, being there is enough.
 *
 * @param {string} path
 */
function starts(path) {
  if (!isProgram(path)) return false;
  return process.platform === 'win32' || run(path, ['--version'], {timeout: 20_000, stdio: 'ignore'});
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's Chromium, as root. @returns {string | null} its path */
function installed() {
  if (!root || !existsSync('/etc/debian_version')) return null;
  console.log('No Chromium found: installing it with apt-get.');
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const stdio = /** @type {const} */ ('inherit');
  const done =
    run('apt-get', ['update', '-qq'], {env, stdio}) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {env, stdio});
  return done ? found() : null;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function run(command, args, options) {
  return spawnSync(command, args, options).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(chromiumPath());
