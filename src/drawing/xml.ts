// A small strict XML reader: enough to check a picture of ours or of a stranger. Linear in the length of the text,
// bounded in depth, no entity is ever expanded beyond the five of XML, nothing is fetched.

export interface XmlAttribute {
  readonly name: string
  readonly value: string
}

/** What a reader of XML meets, in order; `at` is an offset in the text. */
export type XmlEvent =
  | { readonly kind: 'declaration'; readonly at: number; readonly text: string }
  | { readonly kind: 'instruction'; readonly at: number; readonly name: string }
  | { readonly kind: 'doctype'; readonly at: number }
  | { readonly kind: 'open'; readonly at: number; readonly name: string; readonly attributes: readonly XmlAttribute[] }
  | { readonly kind: 'close'; readonly at: number; readonly name: string }
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'reference'; readonly at: number; readonly code: number }

/** Says where and why a text is no XML. */
export class XmlError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message)
  }
}

const maxDepth = 256
const maxAttributes = 256
const maxPrefixes = 64
const name =
  /[A-Za-z_\u0080-\u{10ffff}][\w.\-\u0080-\u{10ffff}]*(?::[A-Za-z_\u0080-\u{10ffff}][\w.\-\u0080-\u{10ffff}]*)?/uy
const space = /[ \t\n\r]*/y
const illegalSign = /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}|[\ufffe\uffff]/u
const entities: ReadonlyMap<string, string> = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
])

/** Tells `visit` what it reads; throws `XmlError` at the first thing that is not well-formed. */
export function readXml(text: string, visit: (event: XmlEvent) => void): void {
  const illegal = illegalSign.exec(text)
  if (illegal) throw new XmlError('a character that XML does not allow', illegal.index)
  new Reader(text, visit).read()
}

class Reader {
  #at = 0
  readonly #open: string[] = []
  /** Prefixes in scope, one set for each open element. */
  readonly #prefixes: ReadonlySet<string>[] = [new Set(['xml', 'xmlns', ''])]
  #hasRoot = false

  constructor(
    readonly text: string,
    readonly visit: (event: XmlEvent) => void,
  ) {}

  read(): void {
    if (this.text.startsWith('\ufeff')) this.#at = 1
    if (/^<\?xml[ \t\n\r]/.test(this.text.slice(this.#at, this.#at + 6))) this.#declaration()
    while (this.#at < this.text.length) {
      if (this.text[this.#at] !== '<') this.#text()
      else if (this.#startsWith('<!--')) this.#comment()
      else if (this.#startsWith('<![CDATA[')) this.#cdata()
      else if (this.#startsWith('<!')) this.#doctype()
      else if (this.#startsWith('<?')) this.#instruction()
      else if (this.#startsWith('</')) this.#close()
      else this.#element()
    }
    if (this.#open.length > 0) this.#fail(`<${this.#open.at(-1)}> is never closed`)
    if (!this.#hasRoot) this.#fail('there is no element')
  }

  #declaration(): void {
    const at = this.#at
    const end = this.#until('?>', '<?xml is never closed')
    this.visit({ kind: 'declaration', at, text: this.text.slice(at, end) })
  }

  #instruction(): void {
    const at = this.#at
    this.#at += 2
    const target = this.#name('a processing instruction without a name')
    if (target.toLowerCase() === 'xml') this.#fail('the XML declaration is not at the start', at)
    this.#until('?>', 'a processing instruction is never closed')
    this.visit({ kind: 'instruction', at, name: target })
  }

  #comment(): void {
    const at = this.#at
    this.#at += 4
    const end = this.#until('--', 'a comment is never closed')
    if (this.text[end] !== '>') this.#fail('a comment contains --', at)
    this.#at++
  }

  #cdata(): void {
    const at = this.#at
    if (this.#open.length === 0) this.#fail('text outside the root element')
    const end = this.#until(']]>', 'CDATA is never closed')
    this.visit({ kind: 'text', at, text: this.text.slice(at + 9, end - 3) })
  }

  #doctype(): void {
    const at = this.#at
    if (this.#hasRoot || !this.#startsWith('<!DOCTYPE')) this.#fail('a declaration where none may be')
    // An internal subset is passed over unread: its entities stay unknown, so using one is an error.
    const subset = this.text.indexOf('[', at)
    const close = this.text.indexOf('>', at)
    if (subset >= 0 && subset < close) {
      this.#at = subset
      this.#until(']', 'DOCTYPE is never closed')
    }
    this.#until('>', 'DOCTYPE is never closed')
    this.visit({ kind: 'doctype', at })
  }

  #text(): void {
    const at = this.#at
    const next = this.text.indexOf('<', at)
    const end = next < 0 ? this.text.length : next
    const raw = this.text.slice(at, end)
    if (this.#open.length === 0 && /[^ \t\n\r]/.test(raw)) this.#fail('text outside the root element')
    if (raw.includes(']]>')) this.#fail(']]> in text', at + raw.indexOf(']]>'))
    this.#at = end
    if (this.#open.length > 0) this.visit({ kind: 'text', at, text: this.#decode(raw, at) })
  }

  #close(): void {
    const at = this.#at
    this.#at += 2
    const closed = this.#name('a closing tag without a name')
    this.#space()
    if (this.text[this.#at] !== '>') this.#fail(`</${closed} is never closed`)
    this.#at++
    const expected = this.#open.pop()
    if (closed !== expected)
      this.#fail(expected ? `</${closed}> closes <${expected}>` : `</${closed}> closes nothing`, at)
    this.#prefixes.pop()
    this.visit({ kind: 'close', at, name: closed })
  }

  #element(): void {
    const at = this.#at++
    const tag = this.#name('< that starts no tag')
    if (this.#open.length === 0 && this.#hasRoot) this.#fail('a second root element', at)
    const attributes = this.#attributes(tag)
    this.#checkPrefixes(tag, attributes, at)
    const isEmpty = this.text[this.#at] === '/'
    if (isEmpty) this.#at++
    if (this.text[this.#at] !== '>') this.#fail(`<${tag} is never closed`)
    this.#at++
    this.#hasRoot = true
    this.visit({ kind: 'open', at, name: tag, attributes })
    if (isEmpty) {
      this.#prefixes.pop()
      this.visit({ kind: 'close', at, name: tag })
    } else this.#open.push(tag)
    if (this.#open.length > maxDepth) this.#fail(`more than ${maxDepth} elements inside one another`, at)
  }

  #attributes(tag: string): XmlAttribute[] {
    const found = new Map<string, XmlAttribute>()
    while (true) {
      const hadSpace = this.#space()
      const next = this.text[this.#at]
      if (next === undefined || next === '>' || next === '/') return [...found.values()]
      const at = this.#at
      const key = this.#name(`<${tag} has something that is no attribute`)
      if (!hadSpace) this.#fail(`no space before ${key}`, at)
      if (found.has(key)) this.#fail(`<${tag}> has ${key} twice`, at)
      if (found.size >= maxAttributes) this.#fail(`<${tag}> has more than ${maxAttributes} attributes`, at)
      this.#space()
      if (this.text[this.#at++] !== '=') this.#fail(`${key} has no value`, at)
      this.#space()
      const quote = this.text[this.#at++]
      if (quote !== '"' && quote !== "'") this.#fail(`the value of ${key} has no quotes`, at)
      const start = this.#at
      const end = this.#until(quote as string, `the value of ${key} is never closed`) - 1
      const raw = this.text.slice(start, end)
      if (raw.includes('<')) this.#fail(`< in the value of ${key}`, at)
      found.set(key, { name: key, value: this.#decode(raw, start) })
    }
  }

  #checkPrefixes(tag: string, attributes: readonly XmlAttribute[], at: number): void {
    const declared = attributes.filter(({ name: key }) => key.startsWith('xmlns:')).map(({ name: key }) => key.slice(6))
    const outer = this.#prefixes.at(-1) ?? new Set()
    const scope = declared.length > 0 ? new Set([...outer, ...declared]) : outer
    if (scope.size > maxPrefixes) this.#fail(`more than ${maxPrefixes} prefixes`, at)
    this.#prefixes.push(scope)
    for (const key of [tag, ...attributes.map((attribute) => attribute.name)]) {
      const prefix = key.includes(':') ? key.slice(0, key.indexOf(':')) : ''
      if (!scope.has(prefix)) this.#fail(`the prefix of ${key} is not declared`, at)
    }
  }

  #decode(raw: string, at: number): string {
    if (!raw.includes('&')) return raw
    return raw.replace(/&(#x[0-9a-fA-F]+;|#[0-9]+;|[A-Za-z]+;)?/g, (_, body: string | undefined, offset: number) => {
      if (body === undefined) return this.#fail('& that starts no entity', at + offset)
      if (!body.startsWith('#')) return entities.get(body) ?? this.#fail(`the unknown entity &${body}`, at + offset)
      const code = body[1] === 'x' ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10)
      const sign = code <= 0x10ffff ? String.fromCodePoint(code) : '\uffff'
      if (illegalSign.test(sign)) this.#fail(`the forbidden character &${body}`, at + offset)
      this.visit({ kind: 'reference', at: at + offset, code })
      return sign
    })
  }

  #startsWith(start: string): boolean {
    return this.text.startsWith(start, this.#at)
  }

  #space(): boolean {
    const from = this.#at
    space.lastIndex = from
    space.test(this.text)
    this.#at = space.lastIndex
    return this.#at > from
  }

  #name(problem: string): string {
    name.lastIndex = this.#at
    const found = name.exec(this.text)?.[0] ?? this.#fail(problem)
    this.#at += found.length
    return found
  }

  /** Moves behind the next `end` and returns that place. */
  #until(end: string, problem: string): number {
    const found = this.text.indexOf(end, this.#at)
    if (found < 0) this.#fail(problem)
    this.#at = found + end.length
    return this.#at
  }

  #fail(problem: string, at = this.#at): never {
    throw new XmlError(problem, at)
  }
}
