// @ts-check
// Finds a Chromium for the browser tests, and installs one where it can: `node e2e/chromium.mjs` prints its path.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** Keeps Chromium off the network, and lets root start it on Linux. */
export const launchArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.platform === 'linux' && isRoot ? ['--no-sandbox', '--disable-gpu'] : []),
]

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((root) =>
    join(process.env[root] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
]

/** The path of a Chromium that starts, or undefined. */
export function findChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const places = [process.env.CHROME, process.env.PLAYWRIGHT_CHROMIUM, chromium.executablePath()]
  return [...places, ...onPath, ...usualPlaces].find((path) => path !== undefined && starts(path))
}

/**
 * On Windows, asking Chrome for its version opens a window: there, being there is enough.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  try {
    return /chrom/i.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe', timeout: 30_000 }))
  } catch {
    return false
  }
}

/**
 * Says what it runs. Failing is no error: the next way is tried.
 * @param {string[]} command
 */
function attempt(...command) {
  console.error(`No Chromium yet: ${command.join(' ')}`)
  const [program = '', ...args] = command
  try {
    execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 })
    return true
  } catch {
    return false
  }
}

function install() {
  const playwright = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js')
  attempt(process.execPath, playwright, 'install', 'chromium')
  if (findChromium() !== undefined || !existsSync('/etc/debian_version')) return
  const asRoot = isRoot ? [] : ['sudo', '--non-interactive']
  if (!attempt(...asRoot, 'apt-get', 'update')) return
  attempt(...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', 'chromium')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (findChromium() === undefined) install()
  const path = findChromium()
  if (path === undefined) {
    console.error(
      'The browser tests need Chromium, and it could be neither found nor installed. ' +
        'Install Chrome or Chromium, or set CHROME to the path of one.',
    )
    process.exit(1)
  }
  console.log(`Chromium: ${path}`)
}
