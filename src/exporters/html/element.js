// @ts-check
// <frieze-diagram>: a figure with pan, zoom, fold, phases and steps. No library. It stands in every exported web page, where its
// pictures lie beside it, and on pages of others, where `src` names an exported page or an SVG; JSON is drawn by the program.
;(() => {
  const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''
  const style = `
:host { display: block; position: relative; min-height: 240px; aspect-ratio: 16 / 9; overflow: hidden; contain: strict;
  color-scheme: light dark; font: 15px/1.4 Arial, Helvetica, sans-serif; background: var(--page, #fff); }
:host([data-whole]) { position: fixed; inset: 0; aspect-ratio: auto; }
main { position: absolute; inset: 0 0 44px; overflow: hidden; touch-action: none; cursor: grab; }
main:focus-visible { outline: 0; }
main:focus-visible::after { content: ''; position: absolute; inset: 0; border: 2px solid #4d7ff0; pointer-events: none; }
main svg { position: absolute; left: 0; top: 0; transform-origin: 0 0; }
main [data-opens] { cursor: pointer; outline: 0; }
main [data-opens]:focus-visible { outline: 3px solid #4d7ff0; outline-offset: 3px; }
main p { padding: 16px; color: #b4231f; }
nav { position: absolute; inset: auto 0 0; height: 44px; display: flex; gap: 8px; align-items: center; padding: 0 12px;
  background: #f4f5f7; color: #1b1f24; border-top: 1px solid #d5dae1; color-scheme: light; box-sizing: border-box; }
nav button, nav select { font: inherit; min-height: 32px; min-width: 36px; }
nav select { max-width: 40%; }
nav output { margin-left: auto; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
nav[hidden] { display: none; }
:host([data-dark]) nav { background: #1c2229; color: #e9edf2; border-color: #2c343d; color-scheme: dark; }
@media (width < 480px) { nav output { display: none; } }
`
  const frame = `<main tabindex="0" aria-label="Figure"></main><nav>
<button type="button" data-act="back" aria-label="Back">&#8592;</button>
<select aria-label="View"></select>
<button type="button" data-act="next" aria-label="Next">&#8594;</button>
<button type="button" data-act="out" aria-label="Zoom out">&#8722;</button>
<button type="button" data-act="fit" aria-label="Show all">&#9633;</button>
<button type="button" data-act="in" aria-label="Zoom in">+</button>
<output></output></nav>`

  const drawn = new Set(
    'svg g rect circle path text title desc metadata style animate animateMotion'
      .split(' ')
      .map((name) => name.toLowerCase()),
  )
  /**
   * What a stranger's file may put on this page: shapes and words.
   * @param {string} markup
   */
  function pictureIn(markup) {
    const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg')
    if (!svg) return undefined
    for (const each of [svg, ...svg.querySelectorAll('*')]) {
      const isLoud = each.localName === 'style' && /url\(\s*['"]?(?!data:)|@import/i.test(each.textContent ?? '')
      if (isLoud || !drawn.has(each.localName.toLowerCase())) each.remove()
      else for (const name of each.getAttributeNames()) if (/^on|href$|^style$/i.test(name)) each.removeAttribute(name)
    }
    return document.importNode(svg, true)
  }

  /** @typedef {import('./payload').Payload} Payload @typedef {import('./payload').ViewerState} State */

  /**
   * What there is to turn to. An SVG alone is all there is.
   * @param {string} text An exported page, or an SVG.
   */
  async function read(text) {
    const page = new DOMParser().parseFromString(text, 'text/html')
    const packed = page.getElementById('pictures')?.textContent
    if (!packed) return { alone: page.querySelector('svg')?.outerHTML ?? '' }
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return { payload: /** @type {Payload} */ (await new Response(stream).json()) }
  }

  /** @param {SVGSVGElement | null} picture */
  const sizeOf = (picture) => ['width', 'height'].map((name) => picture?.getAttribute(name) ?? '')

  /** @param {readonly string[]} a @param {readonly string[]} [b] */
  const same = (a, b) => a.join() === b?.join()

  /** @param {string} text */
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

  /** @param {Payload} payload @param {State} state */
  function markupOf({ parts, language }, { name, width, height, background, uses }) {
    const size = `width="${width}" height="${height}"`
    return `<svg ${size} viewBox="0 0 ${width} ${height}" lang="${language}"><title>${escaped(name)}</title>
${background ? `<rect ${size} fill="${background}"/>` : ''}
${uses.map(([part, x, y]) => `<g transform="translate(${x} ${y})">${parts[part]}</g>`).join('')}</svg>`
  }

  class FriezeDiagram extends HTMLElement {
    static observedAttributes = ['src', 'step', 'theme', 'lang']
    #root = this.attachShadow({ mode: 'open' })
    /** @type {Payload | undefined} */
    #payload
    /** @type {readonly State[]} */
    #states = []
    /** An SVG that came without anything to turn to. */
    #alone = ''
    #at = 0
    #view = { x: 0, y: 0, zoom: 1 }
    /** Counts what was asked for, so that what comes late is dropped. */
    #asked = 0
    #isReady = false
    /** The frame in which the program draws a document. @type {HTMLIFrameElement | undefined} */
    #program
    /** All of the picture is in view, untouched by a hand. */
    #isFitted = true

    connectedCallback() {
      if (this.#isReady) return
      this.#isReady = true
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
      this.#root.adoptedStyleSheets = [sheet]
      this.#root.innerHTML = frame
      this.#listen()
      if (this.querySelector('#pictures')) void this.load(this.innerHTML)
      else void this.#fetch()
    }

    /** @param {string} name @param {string | null} before @param {string | null} value */
    attributeChangedCallback(name, before, value) {
      if (!this.#isReady || before === value) return
      if (name === 'step' && this.#program) this.#tell({ step: value ?? '1' })
      else if (name === 'step') this.#show(this.#wanted())
      else void this.#fetch()
    }

    /**
     * Shows an exported page or an SVG.
     * @param {string} text
     */
    async load(text) {
      const turn = ++this.#asked
      const { payload, alone = '' } = await read(text)
      if (turn !== this.#asked) return
      this.#program = undefined
      this.#payload = payload
      this.#states = payload?.states ?? []
      this.#alone = alone
      this.#fillNav()
      this.#show(this.#wanted())
    }

    #fillNav() {
      const { words } = this.#payload ?? {}
      const select = this.#find('select')
      select.replaceChildren()
      /** @type {Map<string, Element>} */
      const kinds = new Map()
      for (const [index, { title, step, open }] of this.#states.entries()) {
        const kind = step !== undefined ? 'steps' : same(open, this.#states[0]?.open) ? 'phases' : 'folds'
        const group = kinds.get(kind) ?? Object.assign(document.createElement('optgroup'), { label: words?.[kind] })
        if (!kinds.has(kind)) select.append(group)
        kinds.set(kind, group)
        group.append(new Option(title, String(index)))
      }
      const isMany = this.#states.length > 1
      this.#find('nav').hidden = false
      for (const each of this.#root.querySelectorAll('nav [aria-label]')) {
        const act = each instanceof HTMLElement ? (each.dataset.act ?? 'view') : ''
        if (words) each.setAttribute('aria-label', words[/** @type {keyof typeof words} */ (act)])
        if (/back|next|view/.test(act) && each instanceof HTMLElement) each.hidden = !isMany
      }
    }

    async #fetch() {
      const src = this.getAttribute('src')
      const turn = ++this.#asked
      if (!src) return
      try {
        const answer = await fetch(src)
        if (!answer.ok) throw new Error(`${answer.status}`)
        const text = await answer.text()
        if (turn !== this.#asked) return
        if (/^\s*\{/.test(text)) this.#inProgram(text)
        else await this.load(text)
      } catch (error) {
        if (turn === this.#asked)
          this.#complain(`${src} cannot be shown here (${error instanceof Error ? error.message : error}).`)
      }
    }

    /**
     * A document is drawn by the program that this script lies beside.
     * @param {string} text
     */
    #inProgram(text) {
      const program = document.createElement('iframe')
      const address = new URL('index.html?embed=1', own || document.baseURI)
      for (const name of ['theme', 'lang']) {
        const value = this.getAttribute(name)
        if (value) address.searchParams.set(name, value)
      }
      program.src = address.href
      program.title = this.getAttribute('title') ?? 'Figure'
      /** @param {MessageEvent} event */
      const answer = (event) => {
        const isOver = this.#program !== program
        const isReady = event.source === program.contentWindow && event.data === 'frieze: ready'
        if (isOver || isReady) removeEventListener('message', answer)
        if (!isOver && isReady) this.#tell({ frieze: text, step: this.getAttribute('step') })
      }
      addEventListener('message', answer)
      this.#program = program
      this.#payload = undefined
      this.#states = []
      this.#alone = ''
      this.#find('nav').hidden = true
      this.#find('main').replaceChildren(program)
    }

    /**
     * Before it is ready the program hears nothing, and is then told the step of that time.
     * @param {{ frieze?: string, step: string | null }} message
     */
    #tell(message) {
      const { src, contentWindow } = this.#program ?? {}
      if (src) contentWindow?.postMessage(message, new URL(src).origin)
    }

    /** @param {string} sentence */
    #complain(sentence) {
      const words = document.createElement('p')
      words.textContent = sentence
      this.#program = undefined
      this.#find('nav').hidden = true
      this.#find('main').replaceChildren(words)
    }

    /** @template {keyof HTMLElementTagNameMap} T @param {T} name */
    #find(name) {
      return /** @type {HTMLElementTagNameMap[T]} */ (this.#root.querySelector(name))
    }

    /** By the attribute, or in a whole page by its address; from 1. */
    #wanted() {
      const given =
        this.getAttribute('step') ??
        (this.dataset.whole === undefined ? null : new URLSearchParams(location.search).get('step'))
      const number = Number(given)
      const step = this.#states.findIndex((state) => state.step === number)
      return given === null ? 0 : step >= 0 ? step : number >= 1 && number <= this.#states.length ? number - 1 : 0
    }

    #picture() {
      return this.#find('main').querySelector('svg')
    }

    #apply() {
      const picture = this.#picture()
      const { x, y, zoom } = this.#view
      if (picture) picture.style.transform = `translate(${x}px,${y}px) scale(${zoom})`
    }

    fit() {
      const { clientWidth, clientHeight } = this.#find('main')
      const { width = 1, height = 1 } = this.#picture()?.viewBox.baseVal ?? {}
      const zoom = Math.min(clientWidth / width, clientHeight / height)
      this.#view = { zoom, x: (clientWidth - width * zoom) / 2, y: (clientHeight - height * zoom) / 2 }
      this.#isFitted = true
      this.#apply()
    }

    /** @param {number} dx @param {number} dy */
    #move(dx, dy) {
      const { x, y, zoom } = this.#view
      this.#view = { zoom, x: x + dx, y: y + dy }
      this.#isFitted = false
      this.#apply()
    }

    /** @param {number} factor @param {number} [x] @param {number} [y] */
    #zoom(factor, x, y) {
      const { clientWidth, clientHeight } = this.#find('main')
      const [left, top] = [x ?? clientWidth / 2, y ?? clientHeight / 2]
      const before = this.#view
      const zoom = Math.min(8, Math.max(0.05, before.zoom * factor))
      this.#view = {
        zoom,
        x: left - ((left - before.x) * zoom) / before.zoom,
        y: top - ((top - before.y) * zoom) / before.zoom,
      }
      this.#isFitted = false
      this.#apply()
    }

    /**
     * The picture in which this container is open or closed as well, if there is one.
     * @param {string} path
     */
    #toggled(path) {
      const now = this.#states[this.#at]
      if (!now || now.step !== undefined) return -1
      const rest = now.open.filter((each) => each !== path && !each.startsWith(`${path}/`))
      const open = now.open.includes(path) ? rest : [...now.open, path].sort()
      const { phase, variant } = now
      return this.#states.findIndex(
        (each) => each.step === undefined && each.phase === phase && each.variant === variant && same(each.open, open),
      )
    }

    /**
     * The page of the picture goes on around it.
     * @param {SVGSVGElement} picture
     */
    #dress(picture) {
      const ground = picture.querySelector(':scope > rect')?.getAttribute('fill') ?? '#ffffff'
      const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16))
      this.style.setProperty('--page', ground)
      this.toggleAttribute('data-dark', red + green + blue < 384)
    }

    /**
     * Whoever came near stays so, where the next picture lies as this one does.
     * @param {number} index
     * @param {string} [path] Of what was opened or closed, which stays under the hand.
     */
    #show(index, path) {
      const state = this.#states[index]
      if (!state && !this.#alone) return
      const picture = pictureIn(state && this.#payload ? markupOf(this.#payload, state) : this.#alone)
      if (!picture) return this.#complain('There is no picture in it.')
      const main = this.#find('main')
      const before = this.#picture()
      const held = path === undefined || this.#isFitted ? undefined : this.#node(path)?.getBoundingClientRect()
      const isAlike = same(sizeOf(before), sizeOf(picture))
      main.replaceChildren(picture)
      this.#at = index
      this.#dress(picture)
      main.setAttribute('aria-label', picture.querySelector('title')?.textContent ?? 'Figure')
      for (const node of main.querySelectorAll('[data-node]'))
        if (node instanceof SVGElement) this.#makeButton(node, state?.open ?? [])
      this.#find('select').value = String(index)
      this.#find('output').textContent = state?.title ?? ''
      for (const [act, end] of /** @type {const} */ ([
        ['back', 0],
        ['next', this.#states.length - 1],
      ]))
        this.#root.querySelector(`[data-act=${act}]`)?.toggleAttribute('disabled', index === end)
      if (held) {
        this.#apply()
        const now = this.#node(path ?? '')?.getBoundingClientRect() ?? held
        this.#move(held.x - now.x, held.y - now.y)
      } else if (isAlike) this.#apply()
      else this.fit()
      if (path !== undefined) this.#node(path)?.focus()
      this.dispatchEvent(new CustomEvent('show', { detail: { index, title: state?.title ?? '' } }))
    }

    /** @param {string} path */
    #node(path) {
      const node = this.#find('main').querySelector(`[data-node="${CSS.escape(path)}"]`)
      return node instanceof SVGElement ? node : undefined
    }

    /** @param {SVGElement} node @param {readonly string[]} open */
    #makeButton(node, open) {
      const path = node.dataset.node ?? ''
      if (this.#toggled(path) < 0) return
      node.dataset.opens = ''
      node.setAttribute('tabindex', '0')
      node.setAttribute('role', 'button')
      node.setAttribute('aria-expanded', String(open.includes(path)))
      node.setAttribute('aria-label', node.querySelector('title')?.textContent ?? path)
    }

    /** @param {Element | null | undefined} node */
    #toggle(node) {
      const path = node instanceof SVGElement ? (node.dataset.node ?? '') : ''
      this.#show(this.#toggled(path), path)
    }

    #listen() {
      /** @type {Record<string, () => void>} */
      const acts = {
        back: () => this.#show(this.#at - 1),
        next: () => this.#show(this.#at + 1),
        fit: () => this.fit(),
        in: () => this.#zoom(1.25),
        out: () => this.#zoom(0.8),
      }
      const keys = {
        ArrowRight: 'next',
        PageDown: 'next',
        ' ': 'next',
        ArrowLeft: 'back',
        PageUp: 'back',
        '+': 'in',
        '=': 'in',
        '-': 'out',
        0: 'fit',
      }
      const main = this.#find('main')
      const select = this.#find('select')
      select.addEventListener('change', () => this.#show(Number(select.value)))
      this.#find('nav').addEventListener('click', (event) => {
        if (event.target instanceof HTMLElement) acts[event.target.dataset.act ?? '']?.()
      })
      // A whole page hears every key, a figure on a page of others its own.
      const hearer = this.dataset.whole === undefined ? main : document
      hearer.addEventListener('keydown', (event) => {
        if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return
        const from = event.composedPath()[0]
        if (from instanceof Element && from.matches('select, button')) return
        if (from instanceof Element && from.matches('[data-opens]') && /^(Enter| )$/.test(event.key)) {
          event.preventDefault()
          return this.#toggle(from)
        }
        const act = acts[/** @type {Record<string, string>} */ (keys)[event.key] ?? '']
        if (!act) return
        event.preventDefault()
        act()
      })
      const place = (/** @type {{ clientX: number, clientY: number }} */ { clientX, clientY }) => {
        const { left, top } = main.getBoundingClientRect()
        return [clientX - left, clientY - top]
      }
      main.addEventListener(
        'wheel',
        (event) => {
          // On a page of others the wheel is the page's own, but for whoever asks for more of the figure.
          if (this.dataset.whole === undefined && !event.ctrlKey && !event.metaKey && !main.matches(':focus')) return
          event.preventDefault()
          this.#zoom(Math.exp(-event.deltaY / 400), ...place(event))
        },
        { passive: false },
      )
      /** @type {Map<number, PointerEvent>} */
      const hands = new Map()
      let moved = 0
      main.addEventListener('pointerdown', (event) => {
        hands.set(event.pointerId, event)
        moved = 0
        main.setPointerCapture(event.pointerId)
      })
      main.addEventListener('pointermove', (event) => {
        const before = hands.get(event.pointerId)
        if (!before) return
        const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY]
        moved += Math.abs(dx) + Math.abs(dy)
        const other = [...hands.values()].find((each) => each.pointerId !== event.pointerId)
        hands.set(event.pointerId, event)
        if (other) {
          const far = (/** @type {PointerEvent} */ each) =>
            Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY)
          const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 }
          this.#zoom(far(event) / Math.max(1, far(before)), ...place(middle))
        } else {
          this.#move(dx, dy)
        }
      })
      main.addEventListener('pointerup', (event) => {
        hands.delete(event.pointerId)
        if (moved > 6) return
        const under = this.#root
          .elementsFromPoint(event.clientX, event.clientY)
          .map((each) => each.closest('[data-opens]'))
        const node = under.find((each) => each instanceof SVGElement)
        if (node) this.#toggle(node)
      })
      main.addEventListener('pointercancel', (event) => hands.delete(event.pointerId))
      new ResizeObserver(() => this.#isFitted && this.fit()).observe(main)
    }
  }
  if (!customElements.get('frieze-diagram')) customElements.define('frieze-diagram', FriezeDiagram)
})()
