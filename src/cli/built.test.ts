// The command line as it is built and started: once, for what a process alone shows.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')
// Inside node_modules, so that the libraries that are left outside the bundle are found.
const outDir = join(root, 'node_modules', '.cache', `frieze-${process.pid}`)
const clip = join(root, 'diagrams', 'clip.json')

beforeAll(async () => {
  mkdirSync(outDir, { recursive: true })
  await build({ root, logLevel: 'error', build: { ssr: 'src/cli/main.ts', outDir, emptyOutDir: false } })
})
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface How {
  readonly input?: string
  readonly close?: boolean
  readonly cwd?: string
}

/** With `close` the reader goes away after the first bytes. */
function frieze(args: readonly string[], { input, close, cwd }: How = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(outDir, 'frieze.js'), ...args], { stdio: 'pipe', cwd })
    let [out, err] = ['', '']
    child.stdout.on('data', (text) => {
      out += text
      if (close) child.stdout.destroy()
    })
    child.stderr.on('data', (text) => (err += text))
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

test('counts, also from standard input', async () => {
  const [file, piped] = await Promise.all([
    frieze(['count', clip, '--json']),
    frieze(['count', '-', '--json'], { input: readFileSync(clip, 'utf8') }),
  ])
  expect(file).toEqual({ code: 0, out: expect.stringMatching(/^\{"params":\{"total":\d+,/), err: '' })
  expect(piped).toEqual(file)
})

test('renders the same bytes twice, and reads what it rendered', async () => {
  const [once, twice] = await Promise.all([frieze(['render', clip, '-o', '-']), frieze(['render', clip, '-o', '-'])])
  expect(once.code).toBe(0)
  expect(twice.out).toBe(once.out)
  expect(await frieze(['check', '-'], { input: once.out })).toEqual({ code: 0, out: '', err: '' })
})

test('finds fonts and renderers from a stranger’s directory', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'frieze-elsewhere-'))
  const words = ['render', clip, '-o', './', '--format', 'png,webp,pdf', '--lang', 'ja', '--scale', '1']
  expect(await frieze(words, { cwd: elsewhere })).toEqual({ code: 0, out: '', err: '' })
  expect(readdirSync(elsewhere).sort()).toEqual(['clip.pdf', 'clip.png', 'clip.webp'])
  rmSync(elsewhere, { recursive: true })
})

test('says what is wrong in one sentence, with exit code 1', async () => {
  const [broken, empty, missing] = await Promise.all([
    frieze(['count', '-'], { input: '{"version": 1' }),
    frieze(['shapes', '-'], { input: '' }),
    frieze(['layout', 'missing.json']),
  ])
  for (const { code, out, err } of [broken, empty, missing]) {
    expect([code, out]).toEqual([1, ''])
    expect(err.trimEnd()).toMatch(/^(-|missing\.json): .+\.$/)
  }
})

test('a reader that goes away early is no fault', async () => {
  const { code, err } = await frieze(['schema'], { close: true })
  expect([code, err]).toEqual([0, ''])
})
