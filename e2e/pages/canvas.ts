// The editor as a person meets it: found by roles, names and places, never by the classes of its style.
import { expect, type Locator, type Page } from '@playwright/test'

export class Canvas {
  readonly problems: string[] = []

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.problems.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text())
    })
  }

  /** Opens a built-in diagram and waits for its picture. */
  async open(diagram: string) {
    // The file dialogs of the system are out of a test's reach; without them the browser downloads.
    await this.page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showSaveFilePicker')
      Reflect.deleteProperty(window, 'showOpenFilePicker')
    })
    await this.page.goto(`./?diagram=${diagram}`)
    await this.ready()
  }

  async ready() {
    await expect(this.page.getByTestId('totals')).toBeVisible({ timeout: 30_000 })
    await expect(this.nodes.first()).toBeAttached({ timeout: 30_000 })
  }

  get nodes(): Locator {
    return this.page.locator('.react-flow__node')
  }

  /** By its path in the diagram. */
  node(path: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${path}"]`)
  }

  /** By its id: `path#from>to`. */
  edge(id: string): Locator {
    return this.page.locator(`[data-edge="${id}"]`)
  }

  port(path: string, side: 'input' | 'output', port: string): Locator {
    return this.node(path).locator(`[data-handleid="${side === 'input' ? 't' : 's'}:${port}"]`)
  }

  async select(path: string) {
    const box = await this.boxOf(this.node(path))
    // On the title of what stands open, however small it is: below it is what it holds.
    const title =
      20 * Number(await this.page.getByTestId('canvas').evaluate((each) => each.style.getPropertyValue('--zoom')))
    await this.page.mouse.click(box.x + Math.min(box.width / 2, 60), box.y + Math.min(box.height / 2, 14, title))
    await expect(this.node(path)).toHaveClass(/selected/)
  }

  async press(keys: string) {
    await this.page.keyboard.press(keys)
  }

  async fit() {
    await this.press('Shift+1')
    await this.rest()
  }

  /** When nothing moves any more. */
  async rest() {
    await expect(this.page.getByTestId('canvas')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 })
    let before = ''
    await expect
      .poll(
        async () => {
          const now = await this.places()
          const isStill = now === before
          before = now
          return isStill
        },
        { intervals: [250] },
      )
      .toBe(true)
  }

  async places(): Promise<string> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.react-flow__node')]
        .map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect()
          return [node.getAttribute('data-id'), x, y, width, height].join()
        })
        .join('\n'),
    )
  }

  /** Where all nodes lie in the picture, whatever the camera does. */
  async boxes(): Promise<{ path: string; x: number; y: number; width: number; height: number }[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.react-flow__node')].map((node) => {
        const { m41, m42 } = new DOMMatrixReadOnly(getComputedStyle(node).transform)
        return { path: node.dataset['id']!, x: m41, y: m42, width: node.offsetWidth, height: node.offsetHeight }
      }),
    )
  }

  /** Where a node lies in the picture, whatever the camera does. */
  async placeOf(path: string): Promise<{ x: number; y: number }> {
    return this.node(path).evaluate((node) => {
      const { m41, m42 } = new DOMMatrixReadOnly(getComputedStyle(node).transform)
      return { x: m41, y: m42 }
    })
  }

  async fold(path: string) {
    await this.node(path).getByRole('button', { name: /fold/i }).click()
    await this.rest()
  }

  async dragBy(path: string, dx: number, dy: number) {
    const box = await this.boxOf(this.node(path))
    const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + Math.min(box.height / 2, 10)]
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
    await this.page.mouse.move(x + dx, y + dy, { steps: 4 })
    await this.page.mouse.up()
    await this.rest()
  }

  /** Begins an edge at an output and stays over an input, the button held. */
  async startEdge(from: readonly [path: string, port: string], to: readonly [path: string, port: string]) {
    await this.node(from[0]).hover({ position: { x: 12, y: 8 } })
    const start = await this.boxOf(this.port(from[0], 'output', from[1]))
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(start.x + 30, start.y + 10, { steps: 3 })
    const end = await this.boxOf(this.port(to[0], 'input', to[1]))
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 })
  }

  /** Drags from the palette onto the middle of an edge. */
  async dropOnEdge(block: string, edge: string) {
    const entry = this.page
      .getByRole('complementary', { name: 'Palette' })
      .getByRole('button', { name: block, exact: true })
    await entry.scrollIntoViewIfNeeded()
    const at = await this.middleOf(edge)
    const from = await this.boxOf(entry)
    await this.page.mouse.move(from.x + 30, from.y + 10)
    await this.page.mouse.down()
    await this.page.mouse.move(at.x - 20, at.y, { steps: 5 })
    await this.page.mouse.move(at.x, at.y, { steps: 3 })
    await this.page.mouse.up()
    await this.rest()
  }

  async middleOf(edge: string): Promise<{ x: number; y: number }> {
    return this.edge(edge).evaluate((element) => {
      const path = element as SVGPathElement
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
      const { a, d, e, f } = path.getScreenCTM()!
      return { x: a * x + e, y: d * y + f }
    })
  }

  async boxOf(locator: Locator) {
    const box = await locator.boundingBox()
    if (!box) throw new Error(`Not on the page: ${locator}`)
    return box
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  get notices(): Locator {
    return this.page.getByRole('status')
  }

  async totals(): Promise<string> {
    return (await this.page.getByTestId('totals').innerText()).replace(/\s+/g, ' ')
  }
}

export function titleField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Title of the diagram' })
}
