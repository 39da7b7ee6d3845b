// Figures in the programs that people open them in, beside Chromium: how many pixels differ, and whether a text or an
// arrowhead is lost. `npm run compare` draws every diagram, overview and unfolded, in every theme, and the overview
// in the other profiles; without it a part of them, the same each time, and `FRIEZE_COMPARE=2` another part. Where a program is
// missing, its test says so by being skipped.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { afterAll, describe, expect, test } from 'vitest'
import { findChromium, launchArguments } from '../../../e2e/chromium.mjs'
import { loadAsset } from '../../cli/assets'
import { allDiagrams } from '../../diagrams.fixture'
import { plainLook } from '../../scene/look'
import { themeNames, type Scene } from '../../scene/scene'
import { svgProfiles, type SvgProfile } from '../exporter'
import { pageOf } from '../page'
import { figureOf, requestOf, unfolded } from '../pages.fixture'
import { svg } from '../svg'
import { differingShare, lostMarks, marksIn, rawShare, readPixels, type Pixels } from './pixels.fixture'
import { drawInChromium, pngOf, programs, type Job } from './programs.fixture'

interface Figure extends Job {
  readonly name: string
  readonly scene: Scene
}

const chosen = process.env['FRIEZE_COMPARE'] ?? '0'
if (!/^(all|[0-2])$/.test(chosen)) throw new Error(`FRIEZE_COMPARE is “${chosen}”; it can be: all, 0, 1, 2.`)
const executablePath = findChromium()
const folder = mkdtempSync(join(tmpdir(), 'frieze-compare-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const kinds = [
  ...themeNames.flatMap((theme) =>
    (['overview', 'unfolded'] as const).map((depth) => ({ depth, theme, profile: 'slides' as SvgProfile })),
  ),
  ...svgProfiles.slice(1).map((profile) => ({ depth: 'overview' as const, theme: 'light' as const, profile })),
]

/** Every third diagram, each in the next of its pictures; or all of all. */
function isChosen(diagram: number, kind: number): boolean {
  if (chosen === 'all') return true
  const turn = diagram + Number(chosen)
  return turn % 3 === 0 && kind === (turn / 3) % kinds.length
}

async function figures(): Promise<Figure[]> {
  const made: Figure[] = []
  for (const [at, { name, diagram }] of allDiagrams().entries())
    for (const { depth, theme, profile } of kinds.filter((_, kind) => isChosen(at, kind))) {
      const { drawn } = await figureOf(diagram, depth === 'overview' ? {} : unfolded(diagram))
      const page = pageOf({ ...drawn!, look: { ...plainLook, theme } })!
      const title = `${name} ${depth} ${theme}${profile === 'slides' ? '' : ` ${profile}`}`
      const file = join(folder, `${title.replaceAll(' ', '-')}.svg`)
      const text = await svg.export({
        ...requestOf(diagram, [page]),
        document: undefined,
        options: { profile },
        loadAsset,
      })
      writeFileSync(file, text)
      const { scene } = page
      made.push({ name: title, scene, svg: file, width: Math.round(scene.width), height: Math.round(scene.height) })
    }
  return made
}

describe.skipIf(!executablePath)('beside Chromium', { timeout: 3_600_000 }, () => {
  const known = once(inChromium)

  test.for(programs)('$name draws the same pictures', async ({ name, goal, isThere, draw }, { skip }) => {
    if (!isThere()) skip(`${name} is not installed`)
    const wanted = await known()
    const own = join(folder, name)
    mkdirSync(own)
    const jobs = wanted.map((figure) => ({ ...figure, svg: join(own, figure.svg.slice(folder.length + 1)) }))
    for (const [i, { svg }] of jobs.entries()) writeFileSync(svg, readFileSync(wanted[i]!.svg))
    await draw(jobs)
    // Read one by one: all of them are more than a machine holds.
    const found = jobs.map((job, i) => {
      const [theirs, ours] = [wanted[i]!, job].map(({ svg }) => readPixels(readFileSync(pngOf(svg)), job)) as [
        Pixels,
        Pixels,
      ]
      const lost = lostMarks(marksIn(job.scene), theirs, ours)
      return { ...job, share: differingShare(ours, theirs), raw: rawShare(ours, theirs), lost }
    })
    console.log(tableOf(name, found))
    const beyond = found.filter(({ share }) => share > goal)
    expect(beyond.map((each) => `${each.name}: ${percent(each.share)}`)).toEqual([])
    expect(found.flatMap((each) => each.lost.map((mark) => `${each.name}: ${mark}`))).toEqual([])
  })
})

async function inChromium(): Promise<Figure[]> {
  const wanted = await figures()
  const browser = await chromium.launch({ executablePath, args: launchArguments })
  await drawInChromium(browser, wanted)
  await browser.close()
  return wanted
}

/** By whichever test comes first. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

interface Row {
  readonly name: string
  readonly share: number
  readonly raw: number
  readonly lost: readonly string[]
}

function tableOf(program: string, rows: readonly Row[]): string {
  const widest = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows
    .toSorted((a, b) => b.share - a.share)
    .map(({ name, share, raw, lost }) =>
      [name.padEnd(widest), percent(share), percent(raw), lost.length ? `lost: ${lost.join(', ')}` : ''].join('  '),
    )
  return [`${program}: pixels that differ from Chromium, smoothed and raw`, ...lines].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)} %`.padStart(9)
}
