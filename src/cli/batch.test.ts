// Many diagrams in one go: patterns, folders, several formats, the same bytes each time, and sentences for what fails.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import * as figures from './figures'
import { runFrieze } from './frieze.fixture'
import { namedFiles } from './glob'
import { progressOf } from './progress'

const folder = mkdtempSync(join(tmpdir(), 'frieze-batch-'))
const place = (name: string) => join(folder, name)
const names = ['vit', 'bert', 'clip']

beforeAll(() => {
  for (const each of ['in', 'in/old', 'in/.hidden']) mkdirSync(place(each))
  for (const { name, text } of allDiagrams()) if (names.includes(name)) writeFileSync(place(`in/${name}.json`), text)
  writeFileSync(place('in/old/vit.json'), readFileSync(place('in/vit.json')))
  writeFileSync(place('in/.hidden/x.json'), '{}')
  writeFileSync(place('in/odd [1].txt'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function all(under: string): string[] {
  return (readdirSync(place(under), { recursive: true, encoding: 'utf8' }) as string[])
    .filter((name) => /\.\w+$/.test(name))
    .sort()
}

async function frieze(...args: string[]) {
  const ran = await runFrieze(...args)
  return { ...ran, err: ran.err.replaceAll(`${folder}/`, '') }
}

test('a pattern that the shell left alone, in several formats, twice the same', async () => {
  const pattern = place('in/*.json')
  expect(await frieze('render', pattern, '-o', place('out/'), '--format', 'svg,pdf')).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect(all('out')).toEqual(names.flatMap((name) => [`${name}.pdf`, `${name}.svg`]).sort())
  expect(await frieze('render', pattern, '-o', place('again/'), '--format', 'svg,pdf')).toMatchObject({ code: 0 })
  for (const name of all('out'))
    expect(readFileSync(place(`again/${name}`)).equals(readFileSync(place(`out/${name}`)))).toBe(true)
  expect(await frieze('render', place('in/vit.json'), '-o', place('one.pdf'))).toMatchObject({ code: 0 })
  expect(readFileSync(place('one.pdf')).equals(readFileSync(place('out/vit.pdf')))).toBe(true)
})

test('files of one name keep their folders; a folder that is there needs no slash', async () => {
  mkdirSync(place('tree'))
  expect(await frieze('render', place('in/**/vit.json'), '-o', place('tree'))).toMatchObject({ code: 0, err: '' })
  expect(all('tree')).toEqual(['old/vit.svg', 'vit.svg'])
})

test('one that fails says so and does not keep the others', async () => {
  writeFileSync(place('in/broken.json'), '{ "about": ')
  const ran = await frieze('render', place('in/{vit,broken}.json'), '-o', place('some/'), '--step', '1')
  expect(ran.code).toBe(1)
  expect(ran.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^in\/broken\.json: /),
    'in/vit.json: --step: this diagram has no steps.',
  ])
  const next = await frieze('render', place('in/{vit,broken}.json'), '-o', place('some/'))
  expect([next.code, all('some')]).toEqual([1, ['vit.svg']])
  rmSync(place('in/broken.json'))
})

test('a figure never takes the name of one that was just written', async () => {
  mkdirSync(place('named'))
  const talk = JSON.parse(readFileSync(place('in/clip.json'), 'utf8')) as { readonly steps: readonly unknown[] }
  const write = (name: string, count: number) =>
    writeFileSync(place(`named/${name}.json`), JSON.stringify({ ...talk, steps: talk.steps.slice(0, count) }))
  write('talk', 2)
  write('talk-1', 1)
  const ran = await frieze(
    'render',
    place('named/talk.json'),
    place('named/talk-1.json'),
    '-o',
    place('same/'),
    '--step',
    'all',
  )
  expect(ran).toMatchObject({
    code: 1,
    err: 'named/talk-1.json: same/talk-1.svg: a figure of another file has just got this name.\n',
  })
  expect(all('same')).toEqual(['talk-1.svg', 'talk-2.svg'])
})

test('a folder that cannot be made is said at once, also where Node would try for ever', async () => {
  writeFileSync(place('file'), '')
  for (const where of [place('file/x/'), ...(existsSync('/proc/1') ? ['/proc/x/y/'] : [])]) {
    const { code, err } = await frieze('render', place('in/vit.json'), '-o', where)
    expect(code).toBe(1)
    expect(err).toMatch(/: the folder cannot be made\.\n$/)
  }
})

test('what nobody foresaw in one file does not keep the others, and is one sentence', async () => {
  const draw = vi.spyOn(figures, 'drawFigures')
  draw.mockRejectedValueOnce(new TypeError('surprise\nat somewhere'))
  const ran = await frieze('render', place('in/{bert,vit}.json'), '-o', place('left/'))
  draw.mockRestore()
  expect(ran).toMatchObject({ code: 1, err: 'in/bert.json: Frieze failed: surprise\n' })
  expect(all('left')).toEqual(['vit.svg'])
})

test.each([
  [['in/nothing*.json', '-o', 'x/'], 'in/nothing*.json: no file has such a name.'],
  [
    ['in/vit.json', 'in/bert.json', '-o', 'x.svg'],
    'x.svg: 2 files need a folder to be written to; end its name with a slash.',
  ],
  [
    ['in/vit.json', '-o', 'x.svg', '--format', 'svg,pdf'],
    'x.svg: 2 formats need a folder to be written to; end its name with a slash.',
  ],
  [['in/vit.json', '-o', 'x/', '--format', 'svg,gift'], '--format: there is no “gift”; there is: svg, '],
  [['in/vit.json', '-o', 'x/', '--format', 'svg', '--scale', '2'], '--scale is for PNG and WebP, not for SVG.'],
  [['in/vit.json', '-o', 'x/', '--format', 'png', '--scale', '3'], '--scale is “3”; it can be: 1, 2, 4.'],
])('%s is refused before anything is drawn', async (args, sentence) => {
  const placed = args.map((word) => (/^(in|x)\b/.test(word) ? place(word) : word))
  const { code, err } = await frieze('render', ...placed)
  expect(code).toBe(1)
  expect(err).toContain(sentence)
  expect(readdirSync(folder)).not.toContain('x')
})

test('fits words to the place', async () => {
  const ran = await frieze('render', place('in/vit.json'), '-o', place('slide.svg'), '--fit', 'slide')
  expect(ran).toEqual({ code: 0, out: '', err: '' })
  const text = readFileSync(place('slide.svg'), 'utf8')
  const [, width = '', height = ''] = /width="([\d.]+)" height="([\d.]+)"/.exec(text)!
  const sizes = [...text.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
  const scale = Math.min(960 / Number(width), 540 / Number(height))
  expect(Math.min(...sizes) * scale).toBeGreaterThanOrEqual(12)
  const refusals = [
    [['--fit', 'stamp'], '--fit is “stamp”; it can be: slide, column, page, poster, web.\n'],
    [['--fit', 'slide', '--type', 'large'], '--fit and --type say the same twice: leave one out.\n'],
  ] as const
  for (const [options, sentence] of refusals)
    expect((await frieze('render', place('in/vit.json'), '-o', place('x.svg'), ...options)).err).toBe(sentence)
})

test('patterns match as in a shell', () => {
  const matches = (pattern: string) => namedFiles([place(pattern)]).map((path) => path.slice(folder.length + 1))
  expect(matches('in/*.json')).toEqual(['in/bert.json', 'in/clip.json', 'in/vit.json'])
  expect(matches('in/?i?.json')).toEqual(['in/vit.json'])
  expect(matches('in/[bc]*.json')).toEqual(['in/bert.json', 'in/clip.json'])
  expect(matches('in/[!bc]*.json')).toEqual(['in/vit.json'])
  expect(matches('**/vit.json')).toEqual(['in/old/vit.json', 'in/vit.json'])
  expect(matches('in/*/*.json')).toEqual(['in/old/vit.json'])
  expect(matches('in/.h*/*.json')).toEqual(['in/.hidden/x.json'])
  // A name that is a file is no pattern.
  expect(matches('in/odd [1].txt')).toEqual(['in/odd [1].txt'])
  for (const pattern of ['none/*.json', 'in/[z-a]*.json'])
    expect(() => matches(pattern)).toThrow(`${place(pattern)}: no file has such a name.`)
})

test('a person who watches sees how far it is; a file does not', () => {
  const written: string[] = []
  const stream = (isTTY: boolean) =>
    ({ isTTY, columns: 60, write: (text: string) => written.push(text) }) as unknown as NodeJS.WriteStream
  progressOf(10, stream(false)).at(1, 'a.svg')
  expect(written).toEqual([])
  const progress = progressOf(10, stream(true))
  progress.at(5, `${'long'.repeat(20)}.svg`)
  expect(written.at(-1)).toMatch(/█{12}░{12} {2}5\/10 .*long/)
  expect(written.at(-1)!.length).toBeLessThanOrEqual(60 + 5)
  progress.clear()
  expect(written.at(-1)).toBe('\r\x1b[2K')
})

test('every command takes patterns', async () => {
  const pattern = place('in/{clip,vit}.json')
  expect(await frieze('check', pattern)).toMatchObject({ code: 0, out: '', err: '' })
  expect((await frieze('systems', pattern)).out).toMatch(/^CLIP [^]*^ViT /m)
  expect((await frieze('count', pattern, '--json')).err).toMatch(/^One file at a time/)
  expect((await frieze('check', place('zz*.json'))).err).toMatch(/zz\*\.json: no file has such a name/)
})
