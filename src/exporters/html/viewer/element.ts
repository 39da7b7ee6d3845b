// <frieze-diagram>: a figure with pan, zoom, fold, phases and steps. No library. It stands in every exported web page, where its
// pictures lie beside it, and on pages of others, where `src` names an exported page or an SVG; JSON is drawn by the program.
// vite.config.ts makes one script of this folder, for `?script` and for pages of others.
import type { Point } from '../../../shared/geometry'
import type { Payload, ViewerState } from '../payload'
import { fillBar, markBar } from './bar'
import { fitted, panned, transformOf, zoomed, type Camera } from './camera'
import { frame, style } from './frame'
import { listenToFingers, listenToKeys, listenToWheel, type Acts } from './hands'
import { groundOf, isSameSize, markupOf, pictureIn } from './picture'
import { openProgram, type Program } from './program'
import { read } from './read'
import { neighboursOf, stateAsked, stateToggled } from './turning'

export class FriezeDiagram extends HTMLElement {
  static observedAttributes = ['src', 'step', 'theme', 'lang']
  #root = this.attachShadow({ mode: 'open' })
  #payload: Payload | undefined
  #states: readonly ViewerState[] = []
  #alone = ''
  #at = 0
  #camera: Camera = { x: 0, y: 0, zoom: 1 }
  /** Counts what was asked for, so that what comes late is dropped. */
  #asked = 0
  #isReady = false
  /** Draws a document, where there is one. */
  #program: Program | undefined
  /** All of the picture is in view, untouched by a hand. */
  #isFitted = true
  #hasNotes = false

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

  attributeChangedCallback(name: string, before: string | null, value: string | null) {
    if (!this.#isReady || before === value) return
    if (name === 'step' && this.#program) this.#program.showStep(value ?? '1')
    else if (name === 'step') this.#show(this.#stateAsked())
    else void this.#fetch()
  }

  /** Shows an exported page or an SVG. */
  async load(text: string) {
    const turn = ++this.#asked
    const { payload, alone = '' } = await read(new DOMParser().parseFromString(text, 'text/html'))
    if (turn !== this.#asked) return
    this.#clear()
    this.#payload = payload
    this.#states = payload?.states ?? []
    this.#alone = alone
    fillBar(this.#bar, this.#states, payload?.words)
    this.#show(this.#stateAsked())
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
      if (/^\s*\{/.test(text)) this.#showProgram(text)
      else await this.load(text)
    } catch (error) {
      if (turn === this.#asked)
        this.#complain(`${src} cannot be shown here (${error instanceof Error ? error.message : String(error)}).`)
    }
  }

  #showProgram(text: string) {
    this.#clear()
    this.#program = openProgram(this, text)
    this.#bar.hidden = true
    this.#main.replaceChildren(this.#program.frame)
  }

  #complain(sentence: string) {
    const words = document.createElement('p')
    words.textContent = sentence
    this.#clear()
    this.#bar.hidden = true
    this.#main.replaceChildren(words)
  }

  #clear() {
    this.#program?.leave()
    this.#program = undefined
    this.#payload = undefined
    this.#states = []
    this.#alone = ''
  }

  get #main() {
    return this.#root.querySelector('main')!
  }

  get #bar() {
    return this.#root.querySelector('nav')!
  }

  get #picture() {
    return this.#main.querySelector('svg') ?? undefined
  }

  #node(path: string): SVGElement | undefined {
    return this.#main.querySelector<SVGElement>(`[data-node="${CSS.escape(path)}"]`) ?? undefined
  }

  /** It is the page, and not a figure on one. */
  get #isWhole() {
    return this.dataset.whole !== undefined
  }

  get #isStep() {
    return Boolean(this.#states[this.#at]?.step)
  }

  /** By the attribute, or in a whole page by its address. */
  #stateAsked() {
    const inAddress = () => (this.#isWhole ? new URLSearchParams(location.search).get('step') : null)
    return stateAsked(this.#states, this.getAttribute('step') ?? inAddress())
  }

  #setCamera(camera: Camera, isFitted = false) {
    this.#camera = camera
    this.#isFitted = isFitted
    if (this.#picture) this.#picture.style.transform = transformOf(camera)
  }

  fit() {
    const { clientWidth: width, clientHeight: height } = this.#main
    const picture = this.#picture?.viewBox.baseVal ?? { width: 1, height: 1 }
    this.#setCamera(fitted(picture, { width, height }), true)
  }

  #pan(dx: number, dy: number) {
    this.#setCamera(panned(this.#camera, dx, dy))
  }

  #zoom(factor: number, at: Point = { x: this.#main.clientWidth / 2, y: this.#main.clientHeight / 2 }) {
    this.#setCamera(zoomed(this.#camera, factor, at))
  }

  /** Whoever came near stays so, where the next picture lies as this one does. What was `toggled` stays under the hand. */
  #show(index: number, toggled?: string) {
    const state = this.#states[index]
    if (!state && !this.#alone) return
    const picture = pictureIn(state && this.#payload ? markupOf(this.#payload, state) : this.#alone)
    if (!picture) return this.#complain('There is no picture in it.')
    const isAlike = isSameSize(this.#picture, picture)
    const held = toggled === undefined || this.#isFitted ? undefined : this.#node(toggled)?.getBoundingClientRect()
    this.#main.replaceChildren(picture)
    this.#at = index
    this.#dress(picture)
    for (const node of this.#main.querySelectorAll<SVGElement>('[data-node]')) this.#makeButton(node, state?.open ?? [])
    markBar(this.#bar, this.#states, index)
    this.#showNotes()
    if (held || isAlike) this.#setCamera(this.#camera, this.#isFitted)
    else this.fit()
    if (held && toggled !== undefined) {
      const now = this.#node(toggled)?.getBoundingClientRect() ?? held
      this.#pan(held.x - now.x, held.y - now.y)
    }
    if (toggled !== undefined) this.#node(toggled)?.focus()
    this.dispatchEvent(new CustomEvent('show', { detail: { index, title: state?.title ?? '' } }))
  }

  /** What is said to this step, below it; the room stays where there is nothing, so that the picture stays as large. */
  #showNotes() {
    const aside = this.#root.querySelector('aside')!
    const button = this.#bar.querySelector('[data-act=notes]')!
    aside.textContent = this.#states[this.#at]?.notes ?? ''
    aside.ariaLabel = button.ariaLabel
    aside.hidden = !this.toggleAttribute('data-notes', this.#hasNotes)
    button.ariaPressed = String(this.#hasNotes)
  }

  #dress(picture: SVGSVGElement) {
    const { ground, isDark } = groundOf(picture)
    this.style.setProperty('--page', ground)
    this.toggleAttribute('data-dark', isDark)
    this.#main.setAttribute('aria-label', picture.querySelector('title')?.textContent ?? 'Figure')
  }

  #makeButton(node: SVGElement, open: readonly string[]) {
    const path = node.dataset.node ?? ''
    if (stateToggled(this.#states, this.#at, path) < 0) return
    node.dataset.opens = ''
    node.setAttribute('tabindex', '0')
    node.setAttribute('role', 'button')
    node.setAttribute('aria-expanded', String(open.includes(path)))
    node.setAttribute('aria-label', node.querySelector('title')?.textContent ?? path)
  }

  #toggle(node: Element) {
    const path = node instanceof SVGElement ? (node.dataset.node ?? '') : ''
    this.#show(stateToggled(this.#states, this.#at, path), path)
  }

  #listen() {
    const main = this.#main
    const acts: Acts = {
      back: () => this.#show(neighboursOf(this.#states, this.#at).back),
      next: () => this.#show(neighboursOf(this.#states, this.#at).next),
      fit: () => this.fit(),
      in: () => this.#zoom(1.25),
      out: () => this.#zoom(0.8),
      first: () => this.#show(this.#states.findIndex(({ step }) => step)),
      last: () => this.#show(this.#states.findLastIndex(({ step }) => step)),
      notes: () => {
        this.#hasNotes = !this.#hasNotes
        this.#showNotes()
      },
    }
    const select = this.#bar.querySelector('select')!
    select.addEventListener('change', () => this.#show(Number(select.value)))
    this.#bar.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.act) acts[target.dataset.act as keyof Acts]()
    })
    // A whole page hears every key, a figure on a page of others its own.
    listenToKeys(this.#isWhole ? document : main, acts, (node) => this.#toggle(node))
    // On a page of others the wheel is the page's own, but for whoever asks for more of the figure.
    listenToWheel(
      main,
      ({ ctrlKey, metaKey }) => this.#isWhole || ctrlKey || metaKey || main.matches(':focus'),
      (factor, at) => this.#zoom(factor, at),
    )
    listenToFingers(main, {
      pan: (dx, dy) => this.#pan(dx, dy),
      zoom: (factor, at) => this.#zoom(factor, at),
      press: ({ clientX, clientY }) => {
        const under = this.#root.elementsFromPoint(clientX, clientY).map((each) => each.closest('[data-opens]'))
        const node = under.find((each) => each !== null)
        if (node) this.#toggle(node)
        else if (this.#isStep) acts.next()
      },
      maySwipe: () => this.#isStep && this.#isFitted,
      swipe: (to) => acts[to](),
    })
    new ResizeObserver(() => this.#isFitted && this.fit()).observe(main)
  }
}

if (!customElements.get('frieze-diagram')) customElements.define('frieze-diagram', FriezeDiagram)
