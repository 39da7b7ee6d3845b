// The programs that people open figures in, each asked for many pictures at once, since starting takes longer than drawing.
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Resvg } from '@resvg/resvg-js'
import type { Browser } from '@playwright/test'

const run = promisify(execFile)

export interface Job {
  readonly svg: string
  readonly width: number
  readonly height: number
}

export interface Program {
  readonly name: string
  /** The share of pixels that may differ from Chromium. */
  readonly goal: number
  readonly isThere: () => boolean
  /** Draws SVG files into PNG files beside them. */
  readonly draw: (jobs: readonly Job[]) => Promise<void>
}

export function pngOf(svg: string): string {
  return svg.replace(/\.svg$/, '.png')
}

const liberation = '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf'

/** By a name that it answers to: where it is missing, a test is skipped. */
function answers(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

export const programs: readonly Program[] = [
  {
    name: 'resvg',
    goal: 0.006,
    // It reads no list of which face stands for which: it is told.
    isThere: () => answers('test', '-r', liberation),
    async draw(jobs) {
      const { writeFileSync } = await import('node:fs')
      const font = { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' }
      for (const { svg } of jobs)
        writeFileSync(pngOf(svg), new Resvg(readFileSync(svg, 'utf8'), { font }).render().asPng())
    },
  },
  {
    name: 'librsvg',
    goal: 0.006,
    isThere: () => answers('rsvg-convert', '--version'),
    async draw(jobs) {
      for (const { svg } of jobs) await run('rsvg-convert', ['--unlimited', '-o', pngOf(svg), svg])
    },
  },
  {
    name: 'Inkscape',
    goal: 0.006,
    isThere: () => answers('inkscape', '--version'),
    async draw(jobs) {
      await run('inkscape', ['--export-type=png', ...jobs.map(({ svg }) => svg)], { maxBuffer: 1e8 })
    },
  },
  {
    name: 'LibreOffice',
    goal: 0.04,
    isThere: () => python !== undefined,
    async draw(jobs) {
      if (!jobs.length) return
      const words = jobs.flatMap(({ svg, width, height }) => [svg, pngOf(svg), String(width), String(height)])
      const script = join(import.meta.dirname, 'libreoffice.fixture.py')
      await run(python!, [script, join(dirname(jobs[0]!.svg), 'profile'), ...words])
    },
  },
]

/** A Python that can talk to LibreOffice, which is the one of the system. */
export const python = ['/usr/bin/python3', 'python3'].find(
  (name) => answers(name, '-c', 'import uno') && answers('soffice', '--version'),
)

/** What the others are held to. */
export async function drawInChromium(browser: Browser, jobs: readonly Job[]): Promise<void> {
  const tab = await browser.newPage()
  for (const { svg, width, height } of jobs) {
    await tab.setViewportSize({ width, height })
    const text = readFileSync(svg, 'utf8').replace(/^<\?xml[^>]*\?>/, '')
    await tab.setContent(`<style>* { margin: 0 } svg { display: block }</style>${text}`)
    await tab.screenshot({ path: pngOf(svg) })
  }
  await tab.close()
}
