// Figures that move: what does not play them sees a still picture, what plays them sees each token and each step in its time.
import { expect, test } from 'vitest'
import { loadAsset } from '../cli/assets'
import { allDiagrams } from '../diagrams.fixture'
import { lintSvg } from '../drawing/lint'
import { readXml } from '../drawing/xml'
import { openBytes } from '../importers/open'
import { layOut } from '../layout/inProcess'
import { stepPages } from '../pages'
import { plainLook } from '../scene/look'
import { tokensOf } from '../scene/travel'
import { gif } from './gif'
import { flowOf, rest, stay } from './motion'
import { figureOf, requestOf } from './pages.fixture'
import { svg, svgText } from './svg'

const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!
const page = await figureOf(diagram)
const flow = flowOf(page)!
const steps = await stepPages(diagram, {}, plainLook, {}, layOut)
const moving = { options: { profile: 'animated' as const }, loadAsset }

interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

function elementsIn(text: string): Element[] {
  const found: Element[] = []
  readXml(text, (event) => {
    if (event.kind !== 'open') return
    found.push({ name: event.name, attributes: new Map(event.attributes.map(({ name, value }) => [name, value])) })
  })
  return found
}

/** Times of an animation in seconds. */
function timesOf({ attributes }: Element): number[] {
  const seconds = Number(attributes.get('dur')!.replace('s', ''))
  return attributes
    .get('keyTimes')!
    .split(';')
    .map((share) => Number(share) * seconds)
}

test('every token travels when its edge does, and the still picture is that for slides', async () => {
  const text = (await svg.export({ ...requestOf(diagram, [page]), ...moving })) as string
  const tokens = flow.trips.flatMap(tokensOf)
  const ways = elementsIn(text).filter(({ name }) => name === 'animateMotion')
  expect(ways.length).toBe(tokens.length)
  expect(tokens.length).toBeGreaterThan(30)
  for (const [i, { start, end }] of tokens.entries()) {
    const [, from, to, last] = timesOf(ways[i]!)
    expect([from, to].map((time, at) => Math.abs(time! - [start, end][at]!) < 0.001)).toEqual([true, true])
    expect(last).toBeCloseTo(flow.duration + rest, 3)
  }
  for (const { attributes } of elementsIn(text).filter(({ name }) => name === 'circle'))
    expect(attributes.get('r')).toBe('0')
  expect(text).toMatch(/@media \(prefers-reduced-motion: reduce\) \{ \.[\w-]+ \{ display: none \} \}/)

  const still = text
    .replace(' data-profile="animated"', '')
    .replace(/ *<style>.*<\/style>\n/, '')
    .replace(/ *<g class="[\w-]+-token">[^]*?\n {2}<\/g>\n/, '')
  expect(lintSvg(still)).toEqual([])
  const [{ document, language }] = [requestOf(diagram, [page])]
  expect(still).toBe(svgText(page.scene, language, document))
  const back = openBytes(new TextEncoder().encode(text))
  expect(back.ok && back.diagram).toEqual(diagram)
})

test('steps follow each other, one at a time; without motion, or where nothing plays, the first stands', async () => {
  const text = (await svg.export({ ...requestOf(diagram, steps), ...moving })) as string
  const groups = elementsIn(text).filter(({ attributes }) => /-(?:first|later)$/.test(attributes.get('class') ?? ''))
  expect(groups.map(({ attributes }) => attributes.get('display'))).toEqual(
    steps.map((_, i) => (i ? 'none' : undefined)),
  )
  const turns = elementsIn(text).filter(({ attributes }) => attributes.get('attributeName') === 'display')
  const shownAt = (time: number) =>
    turns.flatMap((turn, i) => {
      const at = timesOf(turn).findLastIndex((start) => start <= time + 1e-6)
      return turn.attributes.get('values')!.split(';')[at] === 'inline' ? [i] : []
    })
  for (let i = 0; i < steps.length; i++) expect(shownAt((i + 0.5) * stay)).toEqual([i])
  expect(text).toContain('-first { display: inline !important }')
  const ids = elementsIn(text).flatMap(({ attributes }) => attributes.get('id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

test('a GIF is as large as the picture, as long as the flow, and twice the same', async () => {
  const request = { ...requestOf(diagram, [page]), loadAsset }
  const bytes = (await gif.export(request)) as Uint8Array
  const { width, height, delays } = framesIn(bytes)
  expect([width, height]).toEqual([page.scene.width, page.scene.height])
  const seconds = delays.reduce((sum, delay) => sum + delay, 0) / 100
  expect(Math.abs(seconds - flow.duration - rest)).toBeLessThan(0.2)
  expect(bytes.length).toBeLessThan(1_000_000)
  expect(await gif.export(request)).toEqual(bytes)
})

test('steps as a GIF: a frame each; a stopped one ends', async () => {
  const request = { ...requestOf(diagram, steps.slice(0, 3)), loadAsset }
  const shares: number[] = []
  const bytes = (await gif.export({ ...request, onProgress: (share) => shares.push(share) })) as Uint8Array
  expect(framesIn(bytes).delays).toEqual(Array.from({ length: 3 }, () => 100 * stay))
  expect(shares).toEqual([1 / 3, 2 / 3, 1])
  const stop = new AbortController()
  const stopped = gif.export({ ...request, signal: stop.signal, onProgress: () => stop.abort() })
  await expect(stopped).rejects.toThrow(/abort/i)
})

/** By the blocks of the file, without unpacking them. */
function framesIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe('GIF89a')
  const table = (flags: number) => (flags & 128 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  const delays: number[] = []
  let frames = 0
  let at = 13 + table(bytes[10]!)
  const skip = () => {
    while (bytes[at]) at += bytes[at]! + 1
    at++
  }
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      if (bytes[at + 1] === 0xf9) delays.push(view.getUint16(at + 4, true))
      at += 2
      skip()
    } else {
      expect(bytes[at]).toBe(0x2c)
      frames++
      at += 10 + table(bytes[at + 9]!) + 1
      skip()
    }
  }
  expect(frames).toBe(delays.length)
  return { width, height, delays }
}
