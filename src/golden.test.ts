// The overview of every diagram as files in `diagrams/pictures/`: `*.layout.json`, which the app paints before ELK is loaded, and
// `*.svg`, which the gallery and the README show. After a change that is meant: `npm run accept`, and look at them.
import { expect, test } from 'vitest'
import { allDiagrams } from './diagrams.fixture'
import { svgText } from './exporters/svg'
import { viewOf } from './graph/view'
import { layOut } from './layout/inProcess'
import { storeLayout } from './layout/stored'
import { render } from './render'
import { plainLook } from './scene/look'

test.each(allDiagrams())('$name looks as it did', async ({ name, diagram }) => {
  const view = viewOf(diagram)
  const { graph, layout, scene } = await render(diagram, view, plainLook, layOut)
  const stored = storeLayout(layout, graph.key, view.direction)
  const lines = JSON.stringify(stored)
    .replace(/"(?:nodes|edges)":\{/g, '\n$&')
    .replace(/(?<=[\]}]),(?=")/g, ',\n')
  await expect(`${lines}\n`).toMatchFileSnapshot(`../diagrams/pictures/${name}.layout.json`)
  await expect(svgText(scene, 'en')).toMatchFileSnapshot(`../diagrams/pictures/${name}.svg`)
})
