// The browser tests: the built application in dist/, served on a free port of this machine, in whatever Chromium is there.
import { createServer, type AddressInfo } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findChromium, launchArguments } from './chromium.mjs'

// The workers read this file too: the environment tells them what was decided.
process.env.CHROME = findChromium()
const port = (process.env.FRIEZE_PORT ??= String(await freePort()))
const address = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  globalTimeout: 840_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    // Every story is a first visit: only that of the lost network waits until all is kept.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    // Pictures of every step would take a quarter of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROME, args: launchArguments },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '..',
    url: address,
    timeout: 60_000,
  },
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
