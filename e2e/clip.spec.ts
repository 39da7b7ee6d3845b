// A researcher's story: CLIP forked into LiT, changed by hand, refused what cannot fit, saved, found again, taken away.
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { Canvas, titleField } from './pages/canvas'

test('CLIP: freeze, splice, rename, be refused, reload, export the selection, open it again', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')

  await test.step('freeze the image tower: LiT', async () => {
    await canvas.select('image_encoder')
    await canvas.inspector.getByRole('radio', { name: 'frozen' }).click()
    await expect.poll(() => canvas.totals()).toMatch(/6\d\.\dM trainable 8\d\.\dM frozen/)
  })

  await test.step('put a Linear on the text edge', async () => {
    await canvas.press('Escape')
    await canvas.fit()
    await canvas.dropOnEdge('Linear', '#text_encoder.x>text_projection.x')
    await expect(canvas.node('linear')).toHaveClass(/selected/)
    await expect(canvas.edge('#text_encoder.x>linear.x')).toBeAttached()
    await expect(canvas.edge('#linear.x>text_projection.x')).toBeAttached()
    // The frozen tower begins from scratch, which is worth a warning; nothing else is wrong.
    await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible()
  })

  await test.step('rename it', async () => {
    await canvas.press('F2')
    await page.getByRole('textbox', { name: /^New title/ }).fill('Adapter')
    await canvas.press('Enter')
    await expect(canvas.node('linear')).toHaveAttribute('aria-label', /^Adapter/)
  })

  await test.step('text does not go into an image port, and it says why', async () => {
    await canvas.startEdge(['text', 'ids'], ['image_encoder', 'image'])
    await expect(canvas.port('image_encoder', 'input', 'image')).toHaveClass(/is-refusing/)
    await expect(page.getByRole('tooltip')).toContainText('ids')
    await page.mouse.up()
    await expect(page.getByText(/text\.ids gives ids, and image_encoder\.image takes image/)).toBeVisible()
    await expect(canvas.edge('#image.image>image_encoder.image')).toBeAttached()
  })

  await test.step('a reload finds it all again', async () => {
    await page.reload()
    await canvas.ready()
    await expect(canvas.node('linear')).toHaveAttribute('aria-label', /^Adapter/)
    await expect.poll(() => canvas.totals()).toMatch(/8\d\.\dM frozen/)
  })

  const svg = await test.step('export the selection as SVG', async () => {
    await canvas.select('text_encoder')
    await page.keyboard.down('Shift')
    await canvas.node('linear').click({ position: { x: 20, y: 10 } })
    await page.keyboard.up('Shift')
    await page.getByRole('button', { name: 'Export picture …' }).click()
    await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('selection')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save SVG' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('clip-selection.svg')
    return readFile(await download.path(), 'utf8')
  })
  expect(svg).toContain('Adapter')
  expect(svg).not.toContain('Image encoder')

  await test.step('drop the SVG on another diagram: the same document', async () => {
    await canvas.open('flamingo')
    await expect(titleField(page)).toHaveValue('Flamingo')
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'figure.svg', { type: 'image/svg+xml' }))
      document
        .querySelector('main')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, svg)
    await expect(titleField(page)).toHaveValue('CLIP')
    await expect(canvas.node('linear')).toHaveAttribute('aria-label', /^Adapter/)
  })

  expect(canvas.problems).toEqual([])
})
