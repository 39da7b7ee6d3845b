// A researcher asks the diagram: what is wrong and how to mend it, where the numbers are, what an edit would change.
import { readFile } from 'node:fs/promises'
import type { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'

async function type(canvas: Canvas, name: string, value: string) {
  const field = canvas.inspector.getByRole('textbox', { name, exact: true })
  await field.fill(value)
  await field.press('Enter')
  await canvas.page.locator('body').click({ position: { x: 640, y: 24 } })
}

test('a clash is listed, leads to its edge and is mended by one press', async ({ canvas, page }) => {
  await canvas.select('image_projection')
  await type(canvas, 'Width', '500')
  await page.getByRole('button', { name: '1 problem' }).click()
  const problems = page.getByRole('region', { name: 'Problems' })
  await expect(problems).toContainText(/512.*500/)
  await problems.getByRole('button', { name: /Similarity/ }).click()
  await expect(canvas.edge('#text_norm.x>similarity.b')).toHaveAttribute('aria-pressed', 'true')
  await problems
    .getByRole('button', { name: /^Insert a Linear/ })
    .first()
    .click()
  await expect(problems).toContainText('No problems')
  await expect(canvas.edge('#linear.x>similarity.b')).toBeAttached()
  await canvas.press('Control+z')
  await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible()
})

test('the table sorts, filters and leads to a node that is folded away', async ({ canvas, page }) => {
  await canvas.press('Shift+T')
  const table = page.getByTestId('node-table')
  await page.getByLabel('Without containers').check()
  await table.getByRole('button', { name: 'Parameters' }).click()
  await expect(table.getByRole('columnheader', { name: 'Parameters' })).toHaveAttribute('aria-sort', 'descending')
  await expect(table.locator('tbody tr').first()).toContainText('56.7M')
  await page.getByRole('searchbox', { name: 'Filter nodes' }).fill('image_encoder/blocks attention')
  await expect(table.locator('tbody tr')).toHaveCount(1)
  await table.locator('td.is-number').first().hover()
  await expect(page.getByRole('tooltip')).toContainText(/28,348,416\s*Parameters/)
  await table.locator('tbody tr').getByRole('button').click()
  await expect(canvas.node('image_encoder/blocks/attention')).toHaveClass(/selected/)
  await expect(canvas.inspector).toContainText('28,348,416')
  await page.keyboard.press('Escape')
  await expect(table).toHaveCount(0)
})

test('the gradient is drawn and taken away again', async ({ canvas, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const picture = () => page.locator('canvas.layer').evaluate((layer) => (layer as HTMLCanvasElement).toDataURL())
  await canvas.rest()
  const before = await picture()
  await canvas.press('g')
  await expect.poll(picture).not.toBe(before)
  await page.getByRole('button', { name: 'Figures' }).click()
  await expect(page.getByRole('menuitem', { name: /Gradient flow.*on/ })).toBeVisible()
  await page.getByRole('menuitem', { name: /Gradient flow/ }).click()
  await canvas.rest()
  await page.mouse.move(2, 300)
  await expect.poll(picture).toBe(before)
})

test('a symbol is tried, put back, then changed for good; totals and differences follow', async ({ canvas, page }) => {
  const before = await canvas.totals()
  const symbols = page.getByTestId('symbols')
  await symbols.getByLabel(/^Try values/).check()
  await type(canvas, 'text_layers', '24')
  await expect.poll(() => canvas.totals()).toContain('189M parameters')
  await expect(page.getByTestId('change')).toContainText('+37.8M')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
  await symbols.getByRole('button', { name: 'Put text_layers back' }).click()
  await expect.poll(() => canvas.totals()).toBe(before)
  await expect(page.getByTestId('change')).toHaveCount(0)

  await symbols.getByLabel(/^Try values/).uncheck()
  await type(canvas, 'vision_layers', '24')
  await expect(page.getByTestId('change')).toBeVisible()
  await page.getByTestId('change').click()
  await expect(page.getByTestId('changed-nodes')).toContainText('image_encoder/blocks')
  await page.getByRole('button', { name: 'Compare with this state' }).click()
  await expect(page.getByTestId('change')).toHaveCount(0)
  await canvas.press('Control+z')
  await expect(page.getByTestId('change')).toContainText('−')
})

test('phases stand side by side with the memory that freezing saves', async ({ canvas, page }) => {
  await canvas.select('image_encoder')
  await canvas.inspector.getByRole('radio', { name: 'frozen' }).click()
  await page.getByTestId('totals').click()
  const phases = page.getByRole('region', { name: 'Phases and memory' }).first()
  const memory = page.getByTestId('memory')
  await expect(memory).toContainText('This phase')
  const mixed = await memory.innerText()
  await phases.getByLabel('Precision').selectOption('bf16')
  await expect.poll(() => memory.innerText()).not.toBe(mixed)
})

test('the chart leads to a node and is saved as SVG', async ({ canvas, page }) => {
  await canvas.press('Shift+C')
  await page.getByRole('radio', { name: 'Forward FLOPs' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SVG' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('clip-flops.svg')
  expect(await readFile(await download.path(), 'utf8')).toContain('Forward FLOPs')
  await page.getByRole('button', { name: /^Text encoder/ }).press('Enter')
  await expect(canvas.node('text_encoder')).toHaveClass(/selected/)
})

test('the table is copied for a spreadsheet, a page and a paper', async ({ canvas, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await canvas.press('Shift+T')
  await page.getByRole('searchbox', { name: 'Filter nodes' }).fill('image_encoder/blocks')
  await page.getByRole('button', { name: 'Copy as TSV' }).click()
  await expect(canvas.notices).toContainText(/Rows copied as TSV: \d/)
  const [head, first, ...rest] = (await clipboard()).trimEnd().split('\n')
  expect(head!.split('\t').slice(0, 4)).toEqual(['Path', 'Node', 'Repeat', 'State'])
  expect(first).toContain('85054464')
  expect(rest.length + 1).toBe(await page.getByTestId('node-table').locator('tbody tr').count())
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect.poll(clipboard).toMatch(/^\| Path +\|/)
  expect(await clipboard()).toMatch(/Transformer block \| × 12 .* 85.1M \|/)
  await page.getByRole('button', { name: 'Copy as LaTeX' }).click()
  await expect.poll(clipboard).toContain('\\begin{tabular}')
  expect(await clipboard()).toContain('image\\_encoder')
})

test('the inspector of an edge says what travels, and mends what is wrong by one press', async ({ canvas, page }) => {
  const selectEdge = async () => {
    const { x, y } = await canvas.middleOf('#text_norm.x>similarity.b')
    await page.mouse.click(x, y)
  }
  await selectEdge()
  await expect(canvas.inspector).toContainText('vector')
  await expect(canvas.inspector).toContainText('B × embed_dim')
  await expect(canvas.inspector).toContainText('1 × 512')
  await canvas.select('image_projection')
  await type(canvas, 'Width', '500')
  await selectEdge()
  await expect(canvas.inspector).toContainText(/512.*500/)
  await canvas.inspector.getByRole('button', { name: 'Insert a Linear 512 → 500' }).click()
  await expect(canvas.edge('#linear.x>similarity.b')).toBeAttached()
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
})

test('dimensions in the wrong order are put right by one press, which one undo takes back', async ({
  canvas,
  page,
}) => {
  await canvas.dropOnEdge('Transpose', 'text_encoder#embed.x>blocks.x')
  await page.getByRole('button', { name: /problem/ }).click()
  const problems = page.getByRole('region', { name: 'Problems' })
  // It is noticed inside the block, but put right before it.
  await expect(problems.getByRole('button', { name: /Self-attention/ })).toBeVisible()
  await problems.getByRole('button', { name: 'Insert a Transpose before text_encoder/blocks' }).click()
  await expect(problems).toContainText('No problems')
  await expect(canvas.notices).toContainText('Done: Insert a Transpose')
  await expect(page.locator('.react-flow__node[data-id^="text_encoder/transpose"]')).toHaveCount(2)
  await canvas.press('Control+z')
  await expect(page.locator('.react-flow__node[data-id^="text_encoder/transpose"]')).toHaveCount(1)
  await expect(problems).not.toContainText('No problems')
})

test('the table leaves for a spreadsheet, a page of notes and a paper', async ({ canvas, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await canvas.open('limoe')
  await canvas.press('Shift+T')
  await page.getByRole('searchbox', { name: 'Filter nodes' }).fill('image_head')
  const copied = async (format: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name: new RegExp(`${format}$`) }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const [heads, row, ...inside] = (await copied('TSV')).trimEnd().split('\n')
  expect(heads!.split('\t').slice(0, 3)).toEqual(['Path', 'Node', 'Repeat'])
  expect(heads!.split('\t').at(-1)).toBe('Not sure')
  expect(inside.map((line) => line.split('\t')[0])).toEqual(
    ['pool', 'projection', 'normalise'].map((id) => `image_head/${id}`),
  )
  // Digits in full, and what its size rests on.
  expect(row!.split('\t')).toEqual(
    expect.arrayContaining(['image_head', '1639680', 'embed_dim (inferred, not stated)']),
  )
  const markdown = await copied('Markdown')
  expect(markdown).toMatch(/^\| Path +\| Node /)
  expect(markdown).toMatch(/\n\| image_head +\|.*\b1\.64M\b.*\bembed_dim\b.*\|\n/)
  expect(await copied('LaTeX')).toMatch(/\\toprule\n {2}Path & Node &[^]*image\\_head &[^]*\\bottomrule/)
  await expect(page.getByText('Rows copied as LaTeX: 4')).toBeVisible()
})
