// A hand that counts what it does: every press, click and text written is an action, by mouse or by keyboard alone.
import type { Locator, Page } from '@playwright/test'
import type { Canvas } from './canvas'
import { expect, test as base } from './story'

export { expect }

/** Playwright's `test` with a `hand` on the open `canvas`; nothing moves that need not. */
export const test = base.extend<{ hand: Hand }>({
  contextOptions: { reducedMotion: 'reduce' },
  hand: async ({ page, canvas }, give) => {
    await give(new Hand(page, canvas))
  },
})

export class Hand {
  actions = 0

  constructor(
    readonly page: Page,
    readonly canvas: Canvas,
  ) {}

  async click(what: Locator) {
    this.actions++
    await what.click()
  }

  async press(...keys: string[]) {
    for (const each of keys) {
      this.actions++
      await this.page.keyboard.press(each)
    }
  }

  async type(text: string) {
    this.actions++
    await this.page.keyboard.type(text)
  }

  async select(path: string) {
    this.actions++
    await this.canvas.select(path)
  }

  async write(field: Locator, text: string) {
    await this.click(field)
    await this.rewrite(text)
  }

  /** From the menu of a node. */
  async menu(path: string, entry: string) {
    this.actions++
    const { x, y, width } = await this.canvas.boxOf(this.canvas.node(path))
    await this.page.mouse.click(x + Math.min(width / 2, 50), y + 8, { button: 'right' })
    await this.click(this.page.getByRole('menuitem', { name: new RegExp(`^${entry}( (Ctrl|Del|Shift).*)?$`) }))
  }

  /** From the menu of a node, the list of edges on which it could be put. */
  async edgeMenu(path: string) {
    this.actions++
    const { x, y, width } = await this.canvas.boxOf(this.canvas.node(path))
    await this.page.mouse.click(x + Math.min(width / 2, 50), y + 8, { button: 'right' })
    await this.click(this.page.getByRole('menuitem', { name: 'Edges', exact: true }))
    await this.click(this.page.getByRole('menuitem', { name: /^Put on an edge/ }))
  }

  /** The selected node onto the edge that is found first by a name. */
  async putOnEdge(name: string) {
    await this.press('Shift+J')
    await expect(this.page.getByRole('dialog')).toContainText('on which edge?')
    await this.type(name)
    await this.press('Enter')
    await this.canvas.rest()
  }

  async replace(path: string, by: string) {
    await this.menu(path, 'Replace by …')
    await expect(this.page.getByPlaceholder('Replace by …')).toBeFocused()
    await this.type(by)
    await this.click(this.page.getByRole('option', { name: new RegExp(`^${by}`, 'i') }).first())
  }

  /** Opens a container by a double click on its head. */
  async unfold(path: string, inside: string) {
    this.actions++
    const { x, y, width } = await this.canvas.boxOf(this.canvas.node(path))
    await this.page.mouse.dblclick(x + Math.min(width / 2, 50), y + 8)
    await expect(this.canvas.node(`${path}/${inside}`)).toBeAttached()
    await this.canvas.rest()
  }

  async choose(name: string, option: string) {
    this.actions++
    await this.canvas.inspector.getByRole('combobox', { name, exact: true }).selectOption({ label: option })
  }

  /** To a field further on. */
  async tabTo(field: Locator) {
    const isThere = () => field.evaluate((element) => element === document.activeElement)
    for (let i = 0; i < 20 && !(await isThere()); i++) await this.press('Tab')
    await expect(field).toBeFocused()
  }

  /** A command by its name. */
  async command(name: string) {
    await this.press('Control+k')
    await expect(this.page.getByPlaceholder('What do you want to do?')).toBeFocused()
    await this.type(name)
    await this.press('Enter')
  }

  /** A node or a symbol by its name, also from where something is written. */
  async goTo(name: string, path?: string) {
    await this.press('Control+j')
    await expect(this.page.getByPlaceholder('Which node or symbol?')).toBeFocused()
    await this.type(name)
    await this.press('Enter')
    if (path === undefined) return
    await expect(this.canvas.node(path)).toHaveClass(/selected/)
    await expect(this.canvas.node(path)).toBeFocused()
  }

  async replaceSelected(by: string) {
    await this.press('Shift+r')
    await expect(this.page.getByPlaceholder('Replace by …')).toBeFocused()
    await this.type(by)
    await this.press('Enter')
    await expect(this.page.locator('.react-flow__node.selected')).toBeFocused()
  }

  /** To a field of what is selected. */
  async inspect(field: Locator) {
    await this.press('F6')
    await this.tabTo(field)
  }

  /** Another text in the field that has the focus. */
  async rewrite(text: string) {
    await this.press('Control+a')
    await this.type(text)
    await this.press('Enter')
  }

  /** Draws an edge from an output to an input. */
  async connect(from: readonly [path: string, port: string], to: readonly [path: string, port: string]) {
    this.actions++
    await this.canvas.startEdge(from, to)
    await this.page.mouse.up()
  }

  /** From the selected node, to what is found first by a name; `start` finds the port where it has several. */
  async connectTo(name: string, start?: string) {
    await this.press('e')
    if (start !== undefined) {
      await expect(this.page.getByRole('dialog')).toContainText('Connect which port?')
      await this.type(start)
      await this.press('Enter')
    }
    await expect(this.page.getByRole('dialog')).toContainText(/^Connect .* to/)
    await this.type(name)
    await this.press('Enter')
  }

  /** What a notice offers, by keyboard. */
  async take(offer: string) {
    const button = this.page.getByRole('button', { name: offer })
    await expect(button).toBeVisible()
    for (let i = 0; i < 6 && !(await button.evaluate((each) => each === document.activeElement)); i++)
      await this.press('F6')
    await expect(button).toBeFocused()
    await this.press('Enter')
    await this.canvas.rest()
  }

  /** Prints how many actions a story took, which have to be fewer than `most`. */
  tell(story: string, most: number) {
    console.log(`${story}: ${this.actions} actions`)
    expect(this.actions).toBeLessThan(most)
  }
}

/** Parameters to the last digit: all, trainable, frozen. */
export async function exact(page: Page): Promise<readonly string[]> {
  return page
    .getByTestId('totals')
    .locator('data')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value')!))
}
