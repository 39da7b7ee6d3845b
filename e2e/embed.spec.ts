// A figure on the pages of others: as an element that shows an exported page, an SVG or a document, and as a page in a frame.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..')

async function render(diagram: string, output: string) {
  const frieze = join(root, 'dist', 'cli', 'frieze.js')
  await promisify(execFile)(process.execPath, [
    frieze,
    'render',
    join(root, 'diagrams', `${diagram}.json`),
    '-o',
    output,
  ])
  return readFile(output, 'utf8')
}

/** A page of somebody else, with files beside it. */
async function course(page: Page, element: string, files: Readonly<Record<string, string>>) {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.route('**/course/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!
    const body =
      name === 'page.html'
        ? `<!doctype html><h1>Course</h1>${element}<script src="../frieze-diagram.js"></script>`
        : files[name]
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType: 'text/html' })
  })
  await page.goto('course/page.html')
  return problems
}

test('an exported page as an element: fold by a press, turn by keys, step by attribute', async ({ page }, testInfo) => {
  const exported = await render('clip', testInfo.outputPath('clip.html'))
  const problems = await course(page, '<frieze-diagram src="clip.html"></frieze-diagram>', { 'clip.html': exported })
  const figure = page.locator('frieze-diagram')
  await expect(figure.getByRole('main', { name: 'CLIP' })).toBeVisible()
  const nodes = figure.locator('[data-node]')
  const open = await nodes.count()
  await figure.locator('[data-node="image_encoder"] text').first().click()
  await expect(nodes).not.toHaveCount(open)
  await figure.locator('[data-node="image_encoder"] text').first().click()
  await expect(nodes).toHaveCount(open)
  await figure.locator('[data-node="text_encoder"]').focus()
  await page.keyboard.press('Enter')
  await expect(figure.locator('output')).toContainText('− Text encoder')
  await page.keyboard.press('Enter')
  await expect(nodes).toHaveCount(open)
  await figure.getByRole('main').focus()
  await page.keyboard.press('ArrowRight')
  await expect(figure.locator('output')).toHaveText(/^1 · /)
  await figure.evaluate((element) => element.setAttribute('step', '5'))
  await expect(figure.locator('output')).toHaveText(/^5 · /)

  const before = await figure.locator('svg').boundingBox()
  await figure.getByRole('button', { name: 'Zoom in' }).click()
  expect((await figure.locator('svg').boundingBox())!.width).toBeGreaterThan(before!.width * 1.2)
  expect(problems).toEqual([])
})

test("a stranger's file brings shapes and words to the page, and nothing that runs; a missing one is said", async ({
  page,
}) => {
  const hostile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="window.broken = 1"><title>Bad</title>
    <style>@import url(//example.org/x.css); rect { fill: url(//example.org/x) }</style><script>window.broken = 2</script>
    <rect width="9" height="9" fill="#ff0000" onclick="window.broken = 3"/><foreignObject><img src=x onerror="window.broken = 4"></foreignObject></svg>`
  const element =
    '<frieze-diagram src="bad.svg"></frieze-diagram><frieze-diagram id="none" src="none.svg"></frieze-diagram>'
  const problems = await course(page, element, { 'bad.svg': hostile })
  const figure = page.locator('frieze-diagram').first()
  await figure.locator('rect').click()
  await expect(figure.locator('script, style, foreignObject, img, [onload], [onclick]')).toHaveCount(0)
  expect(await page.evaluate('window.broken')).toBeUndefined()
  await expect(page.locator('#none')).toContainText('none.svg cannot be shown here (404)')
  expect(problems).toEqual([])
})

test('a document as an element is drawn by the program, with its phases, folds and steps', async ({ page }) => {
  const json = await readFile(join(root, 'diagrams', 'clip.json'), 'utf8')
  const problems = await course(page, '<frieze-diagram src="clip.json" step="2"></frieze-diagram>', {
    'clip.json': json,
  })
  const inner = page.locator('frieze-diagram').frameLocator('iframe').locator('frieze-diagram')
  await expect(inner.locator('output')).toHaveText(/^2 · /, { timeout: 30_000 })
  await page.locator('frieze-diagram').evaluate((element) => element.setAttribute('step', '3'))
  await expect(inner.locator('output')).toHaveText(/^3 · /)
  expect(problems).toEqual([])
})

test('?embed=1 is the viewer without the editor', async ({ page }) => {
  await page.goto('?diagram=clip&embed=1&theme=print')
  await expect(page.getByRole('main', { name: 'CLIP' })).toBeVisible()
  const views = page.getByRole('combobox', { name: 'View' })
  await expect.poll(() => views.locator('option').count(), { timeout: 30_000 }).toBeGreaterThan(6)
  await expect(page.getByRole('navigation').getByRole('button')).toHaveText(['←', '→', '−', '□', '+', '☰'])
  await expect(views.locator('optgroup')).toHaveCount(3)
  await views.selectOption({ label: (await views.locator('optgroup').nth(1).locator('option').last().textContent())! })
  await expect(page.locator('output')).toHaveText(/^\d+ · /)
  // Greys only.
  const paints = await page
    .locator('main svg [fill^="#"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('fill')!))
  expect(paints.filter((paint) => !/^#(..)\1\1$/i.test(paint))).toEqual([])
})
