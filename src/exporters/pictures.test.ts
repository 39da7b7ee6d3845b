// Figures that leave in each profile and as pixels: they obey their rules, look alike, and bring their document back.
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { loadAsset } from '../cli/assets'
import { lintSvg } from '../drawing/lint'
import { textsIn } from '../drawing/texts'
import { readXml } from '../drawing/xml'
import { allDiagrams } from '../diagrams.fixture'
import { readRiff } from '../document/riff'
import type { Language } from '../document/schema'
import { viewOf } from '../graph/view'
import { openBytes } from '../importers/open'
import { layOut } from '../layout/inProcess'
import { render, type Picture } from '../render'
import { plainLook } from '../scene/look'
import type { ThemeName } from '../scene/scene'
import { exporterFor } from './index'
import type { ExportOptions, ExportRequest } from './exporter'
import { pageOf } from './page'

const flamingo = allDiagrams().find(({ name }) => name === 'flamingo')!

const pictures = new Map<string, Promise<Picture>>()

async function request(
  options: ExportOptions = {},
  { language = 'en' as Language, theme = 'light' as ThemeName, background = true } = {},
): Promise<ExportRequest> {
  const view = viewOf(flamingo.diagram, { language })
  const key = `${language} ${theme}`
  const picture = await (pictures.get(key) ??
    pictures.set(key, render(flamingo.diagram, view, { ...plainLook, theme }, layOut)).get(key)!)
  const look = { ...plainLook, theme, background }
  const page = pageOf({ ...picture, view, look })!
  return { pages: [page], document: flamingo.text, language, options, loadAsset }
}

async function file(extension: string, given: ExportRequest) {
  const content = await exporterFor(extension)!.export(given)
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

const svg = async (given: ExportRequest) => new TextDecoder().decode(await file('svg', given))

/** Every title in a file. */
function titlesIn(text: string): Set<string> {
  const titles = new Set<string>()
  let isTitle = false
  readXml(text, (event) => {
    if (event.kind === 'open') isTitle = event.name === 'title'
    else if (event.kind === 'text' && isTitle) titles.add(event.text)
  })
  return titles
}

test.each(['light', 'dark', 'print'] as const)('every profile obeys its rules, %s', async (theme) => {
  for (const profile of ['slides', 'outlined', 'web'] as const)
    for (const language of ['en', 'ja'] as const)
      expect(lintSvg(await svg(await request({ profile }, { theme, language }))), `${profile} ${language}`).toEqual([])
})

test('outlined: no text is left, and each is found by its title', async () => {
  const given = await request({ profile: 'outlined' })
  const text = await svg(given)
  expect(text).not.toMatch(/<text|font-family/)
  const titles = titlesIn(text)
  for (const each of textsIn(given.pages[0].scene.primitives)) expect(titles).toContain(each.text)
})

test('web: one file is light and dark, and has no need of fonts', async () => {
  const light = await svg(await request({ profile: 'web' }))
  const dark = await svg(await request({}, { theme: 'dark' }))
  expect(light).toContain('@media (prefers-color-scheme: dark)')
  // With the colours of the sheet put in, it paints what the dark figure paints.
  const rules = new Map([...light.matchAll(/\.([\w-]+-c\d+) \{ ([^}]*) \}/g)].map(([, name, rule]) => [name!, rule!]))
  const recoloured = light.replace(
    /<(rect|path|text)([^>]*) class="([^"]*)"/g,
    (_, tag: string, own: string, name: string) => {
      let attributes = own
      for (const [, key, value] of rules.get(name)!.matchAll(/(fill|stroke): ([^;]*);/g))
        attributes = attributes.replace(new RegExp(` ${key}="[^"]*"`), ` ${key}="${value}"`)
      return `<${tag}${attributes}`
    },
  )
  const paints = (text: string) =>
    [...text.matchAll(/<(?:rect|path|text)[^>]*?fill="([^"]*)"(?: stroke="([^"]*)")?/g)].map((m) => m.slice(1))
  expect(paints(recoloured)).toEqual(paints(dark))
  expect(paints(light)).not.toEqual(paints(dark))
})

test('web: what was drawn in dark turns light; print stays as it is', async () => {
  expect(await svg(await request({ profile: 'web' }, { theme: 'dark' }))).toContain('(prefers-color-scheme: light)')
  expect(await svg(await request({ profile: 'web' }, { theme: 'print' }))).not.toContain('prefers-color-scheme')
})

test.each(['png', 'webp'])('%s: the size that was asked for, and the document comes back', async (extension) => {
  const given = await request({ scale: 1 })
  const bytes = await file(extension, given)
  const { width, height } = given.pages[0].scene
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const size =
    extension === 'png'
      ? [view.getUint32(16), view.getUint32(20)]
      : [24, 27].map((at) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1)
  expect(size).toEqual([width, height])
  const back = openBytes(bytes)
  expect(back.ok && back.diagram).toEqual(flamingo.diagram)
  expect(await file(extension, given)).toEqual(bytes)
  const without = openBytes(await file(extension, { ...given, document: undefined }))
  expect(without.problems[0]?.sentence).toMatch(/carries no Frieze document/)
})

test('webp: its title is XML, whatever is written in it', async () => {
  const given = await request({ scale: 1 })
  const [page] = given.pages
  const bytes = await file('webp', {
    ...given,
    pages: [{ ...page, scene: { ...page.scene, title: 'a\u0007 <b> & c' } }],
  })
  const text = new TextDecoder().decode(readRiff(bytes)!.find(({ type }) => type === 'XMP ')!.data)
  readXml(text, () => undefined)
  expect(text).toContain('&lt;b&gt; &amp; c')
})

test.each(['png', 'webp'])('%s: a file that was cut or altered says so', async (extension) => {
  const bytes = await file(extension, await request({ scale: 1 }))
  const cut = openBytes(bytes.subarray(0, bytes.length - 400))
  expect(cut.problems.map((p) => p.sentence).join()).toMatch(/was cut or altered/)
  const at = new TextDecoder('latin1').decode(bytes).indexOf('frieze:1:') + 60
  const altered = bytes.slice()
  altered[at] = altered[at]! === 65 ? 66 : 65
  expect(
    openBytes(altered)
      .problems.map((p) => p.sentence)
      .join(),
  ).toMatch(/cut or altered/)
})

test('the pixels are those of the outlined SVG, transparent where nothing is', async () => {
  const given = await request({ scale: 1 }, { background: false })
  const outlined = await svg({ ...given, options: { profile: 'outlined' } })
  const { width, height } = given.pages[0].scene
  const data = Buffer.from(await file('png', given)).toString('base64')
  const image = `<image width="${width}" height="${height}" xlink:href="data:image/png;base64,${data}"/>`
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const ours = pixelsOf(`<svg ${names} width="${width}" height="${height}">${image}</svg>`)
  const theirs = pixelsOf(outlined)
  expect(ours.length).toBe(theirs.length)
  let different = 0
  for (let i = 0; i < theirs.length; i++) if (Math.abs(theirs[i]! - ours[i]!) > 16) different++
  expect(different / theirs.length).toBeLessThan(0.0001)
  expect(ours[3]).toBe(0)
})

function pixelsOf(text: string): Uint8Array {
  return new Resvg(text, { font: { loadSystemFonts: false } }).render().pixels
}

test('more pixels than can be held are refused in a sentence', async () => {
  const given = await request({ scale: 4 })
  const [page] = given.pages
  const vast = { ...page, scene: { ...page.scene, width: 20000 } }
  await expect(file('png', { ...given, pages: [vast] })).rejects.toThrow(/80000 × .* too many: take a smaller scale/)
  const long = { ...page, scene: { ...page.scene, width: 17000, height: 100 } }
  await expect(file('webp', { ...given, options: { scale: 1 }, pages: [long] })).rejects.toThrow(/16383 pixels a side/)
})

test('a stopped export ends', async () => {
  const stop = new AbortController()
  stop.abort()
  await expect(file('png', { ...(await request()), signal: stop.signal })).rejects.toThrow(/abort/i)
})
