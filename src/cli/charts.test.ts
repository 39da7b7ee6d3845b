// frieze chart, frieze published and frieze render --gradients, from words to files.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { lintSvg } from '../drawing/lint'
import { run } from './commandLine'

const folder = mkdtempSync(join(tmpdir(), 'frieze-'))
const diagram = (name: string) => join(import.meta.dirname, '..', '..', 'diagrams', `${name}.json`)
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)

afterEach(() => {
  stderr.mockClear()
})
afterAll(() => {
  stderr.mockRestore()
  rmSync(folder, { recursive: true })
})

test.each(['params', 'flops', 'training'])('chart --what %s', async (what) => {
  const out = join(folder, `${what}.svg`)
  expect(await run(['chart', diagram('clip'), '-o', out, '--what', what, '--variant', 'ViT-L/14'])).toBe(0)
  expect(lintSvg(readFileSync(out, 'utf8'))).toEqual([])
})

test.each([
  [['--what', 'time'], '--what is “time”; it can be: params, flops, training.\n'],
  [['--depth', '0'], '--depth wants a whole number from 1 to 99, not “0”.\n'],
  [['--depth', 'all'], '--depth wants a whole number from 1 to 99, not “all”.\n'],
])('chart says what it cannot understand: %s', async (words, sentence) => {
  expect(await run(['chart', diagram('clip'), '-o', join(folder, 'no.svg'), ...words])).toBe(1)
  expect(stderr).toHaveBeenCalledWith(sentence)
})

test('render --gradients draws more', async () => {
  const [plain, back] = [join(folder, 'plain.svg'), join(folder, 'back.svg')]
  expect(await run(['render', diagram('clip'), '-o', plain])).toBe(0)
  expect(await run(['render', diagram('clip'), '-o', back, '--gradients'])).toBe(0)
  expect(lintSvg(readFileSync(back, 'utf8'))).toEqual([])
  expect(readFileSync(back, 'utf8').length).toBeGreaterThan(readFileSync(plain, 'utf8').length)
})

test('published ends with 1 when a figure is not met and nobody says why', async () => {
  const out = join(folder, 'figures.md')
  expect(await run(['published', diagram('limoe'), '--markdown', '-o', out])).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('40 figures: 40 met, 0 explained.')
  const wrong = JSON.parse(readFileSync(diagram('limoe'), 'utf8')) as { published: { value: number }[] }
  wrong.published[0]!.value *= 2
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify(wrong))
  expect(await run(['published', join(folder, 'wrong.json'), '-o', out])).toBe(1)
  expect(readFileSync(out, 'utf8')).toContain('not met')
})

test('a lens is drawn with the numbers of the diagram, and with those given', async () => {
  const [own, other] = [join(folder, 'own.svg'), join(folder, 'other.svg')]
  expect(await run(['lens', diagram('clip'), '-o', own, '--lens', 'patches', '--variant', 'ViT-L/14@336'])).toBe(0)
  expect(readFileSync(own, 'utf8')).toContain('>24 × 24<')
  expect(
    await run(['lens', diagram('clip'), '-o', other, '--lens', 'patches', '--with', 'image=448', '--with', 'patch=14']),
  ).toBe(0)
  expect(readFileSync(other, 'utf8')).toContain('>1,024<')
})

test('a lens draws the numbers that were asked for, or none', async () => {
  const out = join(folder, 'numbers.svg')
  const lens = (...words: string[]) => run(['lens', diagram('clip'), '-o', out, '--lens', 'patches', ...words])
  for (const wrong of ['image=-3', 'image=1e9', 'image=224.5', 'patch=0']) {
    expect(await lens('--with', wrong)).toBe(1)
    expect(stderr.mock.calls.join('')).toContain(`--with ${wrong.replace('1e9', '1000000000')}: `)
  }
  expect(stderr.mock.calls.join('')).toContain('image can be: from 112 to 896 in steps of 1.')
  expect(existsSync(out)).toBe(false)
  // Those of the diagram, however large.
  expect(await lens('--set', 'image_size=1600', '--set', 'patch_size=100')).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('>16 × 16<')
})

test('a lens: what is neither true nor false, and the size of a picture', async () => {
  const lens = (out: string, ...words: string[]) =>
    run(['lens', diagram('limoe'), '-o', join(folder, out), '--lens', 'routing', ...words])
  expect(await lens('routing.svg', '--with', 'priority=yes')).toBe(1)
  expect(stderr.mock.calls.join('')).toContain('--with priority=yes: priority wants true or false.')
  expect(await lens('routing.svg', '--with', 'priority=false')).toBe(0)
  const widthOf = (file: string) => readFileSync(join(folder, file)).readUInt32BE(16)
  expect(await lens('routing_1.png', '--scale', '1')).toBe(0)
  expect(await lens('routing_2.png', '--scale', '2')).toBe(0)
  expect(widthOf('routing_2.png')).toBe(2 * widthOf('routing_1.png'))
})

test.each(['md', 'tex', 'csv', 'json', 'svg', 'pdf'])('systems side by side as .%s', async (ending) => {
  const out = join(folder, `systems.${ending}`)
  expect(await run(['systems', diagram('clip'), diagram('limoe'), '-o', out])).toBe(0)
  const text = readFileSync(out, 'latin1')
  if (ending === 'svg') expect(lintSvg(text)).toEqual([])
  expect(text).toContain(ending === 'pdf' ? '%PDF' : 'LIMoE')
})

test('systems: what there is for files of another kind', async () => {
  expect(await run(['systems', diagram('clip'), '-o', join(folder, 'systems.mmd')])).toBe(1)
  expect(stderr.mock.calls.join('')).toMatch(
    /systems\.mmd: a table of systems can be had as \.md, \.tex, \.csv, \.json/,
  )
  expect(await run(['systems', diagram('clip'), '-o', join(folder, 'systems.constructor')])).toBe(1)
  expect(stderr.mock.calls.join('')).toContain('systems.constructor: a table of systems can be had as .md')
})
