// Two different diagrams side by side: looked at, made a step of the talk, taken away as a file that holds both.
import { readFile } from 'node:fs/promises'
import type { Diagram } from '../src/document/schema'
import { expect, test } from './pages/story'

test('PaLI beside CLIP: locked cameras, a step, a file that holds both', async ({ canvas, page }) => {
  await canvas.press('Shift+B')
  const sheet = page.getByRole('dialog', { name: 'Side by side' })
  const [left, right] = [sheet.getByRole('img').first(), sheet.getByRole('img').last()]
  await test.step('itself first, in its next variant', async () => {
    await expect(left).toHaveAccessibleName('ViT-B/32')
    await expect(right).toHaveAccessibleName('ViT-B/16')
  })
  await sheet.getByLabel('Beside this diagram').selectOption({ label: 'PaLI' })
  await expect(right).toHaveAccessibleName('PaLI · 17B')
  await expect(sheet.getByText('16.7B')).toBeVisible()
  await expect(sheet.getByRole('region', { name: 'Parts that are not the same' })).toContainText('Vision encoder')

  await test.step('what a hand does on one moves both', async () => {
    const seen = () =>
      Promise.all([left, right].map((each) => each.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())))
    let before = await seen()
    // The camera may still be on its way to the new pictures.
    const rests = async () => {
      const now = await seen()
      const isStill = now.every((each, i) => each === before[i])
      before = now
      return isStill
    }
    await expect.poll(rests, { intervals: [500] }).toBe(true)
    await left.hover()
    await page.mouse.wheel(0, -400)
    await expect.poll(async () => (await seen()).every((now, i) => now !== before[i])).toBe(true)
    await left.dblclick()
    await expect.poll(seen).toEqual(before)
  })

  await sheet.getByRole('button', { name: 'Make it a step of the talk' }).click()
  await canvas.press('Shift+F5')
  const talk = page.getByRole('dialog', { name: 'Talk' })
  await expect(talk.getByRole('heading', { level: 2 })).toHaveText('CLIP | PaLI')
  await expect(talk.getByRole('img', { name: 'PaLI · 17B' })).toBeVisible()
  await page.keyboard.press('Escape')

  await test.step('the export dialog has it, and the file carries both', async () => {
    await canvas.press('Shift+B')
    await sheet.getByRole('button', { name: 'Export …' }).click()
    await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('beside')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save SVG' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('clip-beside.svg')
    const text = await readFile((await file.path())!, 'utf8')
    for (const word of ['Contrastive loss', 'mT5 decoder', '16.7B', 'only in the second']) expect(text).toContain(word)
  })

  await canvas.press('Control+s')
  await test.step('saved, it is whole', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), canvas.press('Control+Shift+S')])
    const saved = JSON.parse(await readFile((await file.path())!, 'utf8')) as Diagram
    expect(saved.steps!.at(-1)!.beside).toEqual({ diagram: 'pali' })
    expect(saved.companions!['pali']!.nodes.length).toBeGreaterThan(5)
  })
})
