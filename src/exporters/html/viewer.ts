// The viewer inside an exported page: plain script, no library, no network. It shows one of several pictures of the same
// diagram: other phases, other containers open, or the steps of a talk.

/** What the script reads from the page: one entry for each picture. */
export interface ViewerState {
  readonly title: string
  readonly phase: string
  readonly variant: string
  /** Paths of the containers that stand open, sorted. */
  readonly open: readonly string[]
  /** The picture: SVG, deflated, in base64. */
  readonly picture: string
}

export const viewerStyle = `
:root { color-scheme: light dark; font: 15px/1.4 Arial, Helvetica, sans-serif; }
html, body { margin: 0; height: 100%; overflow: hidden; background: var(--page, #fff); }
#stage { position: fixed; inset: 0 0 44px; overflow: hidden; touch-action: none; cursor: grab; }
#stage svg { position: absolute; left: 0; top: 0; transform-origin: 0 0; }
#stage [data-opens] { cursor: pointer; }
nav { position: fixed; inset: auto 0 0; height: 44px; display: flex; gap: 8px; align-items: center; padding: 0 12px;
  background: #f4f5f7; color: #1b1f24; border-top: 1px solid #d5dae1; }
nav button, nav select { font: inherit; min-height: 32px; min-width: 36px; }
nav output { margin-left: auto; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`

export const viewerScript = String.raw`
(async () => {
  const states = JSON.parse(document.getElementById('states').textContent)
  const stage = document.getElementById('stage')
  const said = document.querySelector('nav output')
  const select = document.querySelector('nav select')
  const texts = new Map([[0, stage.innerHTML]])
  let at = 0, view = { x: 0, y: 0, zoom: 1 }

  async function textOf(index) {
    if (!texts.has(index)) {
      const bytes = Uint8Array.from(atob(states[index].picture), (sign) => sign.charCodeAt(0))
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
      texts.set(index, await new Response(stream).text())
    }
    return texts.get(index)
  }
  const picture = () => stage.querySelector('svg')
  function apply() { picture().style.transform = 'translate(' + view.x + 'px,' + view.y + 'px) scale(' + view.zoom + ')' }
  function fit() {
    const { width, height } = picture().viewBox.baseVal
    const zoom = Math.min(stage.clientWidth / width, stage.clientHeight / height)
    view = { zoom, x: (stage.clientWidth - width * zoom) / 2, y: (stage.clientHeight - height * zoom) / 2 }
    apply()
  }
  function zoomAt(factor, x, y) {
    const zoom = Math.min(8, Math.max(0.05, view.zoom * factor))
    view = { zoom, x: x - ((x - view.x) * zoom) / view.zoom, y: y - ((y - view.y) * zoom) / view.zoom }
    apply()
  }
  const same = (a, b) => a.length === b.length && a.every((each, i) => each === b[i])
  /** The picture in which this container is open or closed as well, if there is one. */
  function withToggled(path) {
    const now = states[at]
    const open = now.open.includes(path) ? now.open.filter((each) => each !== path && !each.startsWith(path + '/')) : [...now.open, path].sort()
    return states.findIndex((each) => each.phase === now.phase && each.variant === now.variant && same(each.open, open))
  }
  async function show(index) {
    if (!states[index]) return
    const text = await textOf(index)
    at = index
    stage.innerHTML = text
    for (const node of stage.querySelectorAll('[data-node]')) if (withToggled(node.dataset.node) >= 0) node.dataset.opens = ''
    select.value = String(at)
    said.textContent = states[at].title
    document.querySelector('[data-act=back]').disabled = at === 0
    document.querySelector('[data-act=next]').disabled = at === states.length - 1
    fit()
  }
  states.forEach((state, index) => select.add(new Option(state.title, String(index))))
  select.addEventListener('change', () => show(Number(select.value)))
  const acts = {
    back: () => show(at - 1), next: () => show(at + 1), fit,
    in: () => zoomAt(1.25, stage.clientWidth / 2, stage.clientHeight / 2),
    out: () => zoomAt(0.8, stage.clientWidth / 2, stage.clientHeight / 2),
  }
  document.querySelector('nav').addEventListener('click', (event) => acts[event.target.dataset.act]?.())
  const keys = { ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back', '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }
  addEventListener('keydown', (event) => {
    if (event.target.matches('select, button') || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys[event.key]
    if (act) { event.preventDefault(); acts[act]() }
  })
  stage.addEventListener('wheel', (event) => {
    event.preventDefault()
    zoomAt(Math.exp(-event.deltaY / 400), event.clientX, event.clientY)
  }, { passive: false })
  const hands = new Map()
  let moved = 0
  stage.addEventListener('pointerdown', (event) => { hands.set(event.pointerId, event); moved = 0; stage.setPointerCapture(event.pointerId) })
  stage.addEventListener('pointermove', (event) => {
    const before = hands.get(event.pointerId)
    if (!before) return
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY]
    moved += Math.abs(dx) + Math.abs(dy)
    const other = [...hands.values()].find((each) => each.pointerId !== event.pointerId)
    hands.set(event.pointerId, event)
    if (other) {
      const far = (each) => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY)
      zoomAt(far(event) / Math.max(1, far(before)), (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2)
    } else { view = { ...view, x: view.x + dx, y: view.y + dy }; apply() }
  })
  stage.addEventListener('pointerup', (event) => {
    hands.delete(event.pointerId)
    if (moved > 6) return
    const under = document.elementsFromPoint(event.clientX, event.clientY).map((each) => each.closest('[data-opens]')).find(Boolean)
    if (under) show(withToggled(under.dataset.node))
  })
  stage.addEventListener('pointercancel', (event) => hands.delete(event.pointerId))
  addEventListener('resize', fit)
  const wanted = Number(new URLSearchParams(location.search).get('step'))
  await show(wanted >= 1 && wanted <= states.length ? wanted - 1 : 0)
})()
`
