// The page inside a frame of another page, `?embed=1`: the viewer of exported pages and nothing of the editor. It shows what its
// address names, or the document that the page around it hands over.
import { FriezeDiagram } from '../../exporters/html/viewer/element'
import { html } from '../../exporters/html'
import type { Page } from '../../exporters/exporter'
import type { Diagram, Language } from '../../document/schema'
import { viewOf } from '../../graph/view'
import { pageOf } from '../../exporters/page'
import { wholePages } from '../../pages'
import { render } from '../../render'
import { plainLook } from '../../scene/look'
import type { Address } from '../address'
import { loadAsset } from '../files/assets'
import { builtInIds, loadBuiltIn } from '../diagrams'
import { readLink } from '../links/readLink'
import { layOutThumbnail as layOut } from '../picture/layOut'

/** The address may say `theme`, `lang` and `step`. */
export async function startEmbedded(address: Address, root: HTMLElement, own: Language, isDark: boolean) {
  const viewer = new FriezeDiagram()
  const { diagram: id, theme = isDark ? 'dark' : 'light', language = own } = address
  viewer.dataset['whole'] = ''
  root.replaceChildren(viewer)
  let shown = 0
  const show = async (diagram: Diagram) => {
    const mine = ++shown
    const view = viewOf(diagram, { language })
    const look = { ...plainLook, theme }
    const put = async (pages: readonly Page[]) => {
      const text = await html.export({ pages: pages as [Page], document: undefined, language, loadAsset })
      if (mine === shown) await viewer.load(String(text))
    }
    // The picture is there at once; what it can turn into follows.
    if (!viewer.hasAttribute('step') && !address.hasStep)
      await put([pageOf({ ...(await render(diagram, view, look, layOut)), view, look })!])
    await put(await wholePages(diagram, view, { language }, look, layOut))
  }
  const refuse = (sentence: string) => {
    const words = document.createElement('p')
    words.textContent = sentence
    root.replaceChildren(words)
  }

  const link = await readLink(address.hash)
  if (link?.ok && link.step !== undefined) viewer.setAttribute('step', String(link.step + 1))
  if (link) return link.ok ? show(link.diagram) : refuse(link.problems.map(({ sentence }) => sentence).join(' '))
  if (id !== undefined)
    return builtInIds.includes(id) ? show(await loadBuiltIn(id)) : refuse(`There is no diagram “${id}”.`)
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || typeof event.data !== 'object' || event.data === null) return
    const { frieze, step } = event.data as { readonly frieze?: unknown; readonly step?: unknown }
    if (typeof step === 'string') viewer.setAttribute('step', step)
    if (typeof frieze !== 'string') return
    import('../files/read')
      .then(({ openText }) => openText(frieze))
      .then((parsed) => (parsed.ok ? show(parsed.diagram) : refuse(parsed.problems.map((p) => p.sentence).join(' '))))
      .catch(reportError)
  })
  window.parent.postMessage('frieze: ready', '*')
}
