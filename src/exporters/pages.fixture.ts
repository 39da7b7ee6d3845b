// Pages as the command line makes them, for tests of exporters.
import type { Diagram } from '../document/schema'
import { serialise } from '../document/serialise'
import { viewOf, type View } from '../graph/view'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { plainLook, type Look } from '../scene/look'
import { analyse } from '../semantics/analyse'
import { everyNode } from '../semantics/tree'
import type { ExportRequest, Page } from './exporter'
import { pageOf } from './page'

const overviews = new WeakMap<Diagram, Promise<Page>>()

/** Overviews are laid out once for all tests of a file. */
export function figureOf(diagram: Diagram, overrides?: Partial<View>, look: Look = plainLook): Promise<Page> {
  const isOverview = look === plainLook && Object.keys(overrides ?? {}).length === 0
  const known = isOverview ? overviews.get(diagram) : undefined
  const page = known ?? draw(diagram, overrides ?? {}, look)
  if (isOverview) overviews.set(diagram, page)
  return page
}

async function draw(diagram: Diagram, overrides: Partial<View>, look: Look): Promise<Page> {
  const view = viewOf(diagram, overrides)
  const picture = await render(diagram, view, look, layOut)
  return pageOf({ ...picture, view, look })!
}

/** Everything stands open. */
export function unfolded(diagram: Diagram): Partial<View> {
  const { tree } = analyse(diagram)
  return { unfolded: new Set([...everyNode(tree)].filter((node) => node.inside).map((node) => node.path)) }
}

export function requestOf(diagram: Diagram, pages: readonly Page[]): ExportRequest {
  return {
    pages: pages as [Page],
    document: serialise(diagram),
    language: pages[0]!.drawn?.view.language ?? 'en',
    loadAsset: () => Promise.reject(new Error('a test has no assets')),
  }
}
