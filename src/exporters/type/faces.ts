// The bundled faces, cut into files by the signs they hold: which files a text needs, opened once each.
import { cjkLanguage, hasCjk, isZeroWidth, type CjkLanguage } from '../../drawing/scripts'
import type { Weight } from '../../drawing/metrics/advances'
import { loadInto } from '../../shared/loadOnce'
import type { LoadAsset } from '../exporter'
import { openFont, type Font } from './font'

/** One file of a face. */
export interface Face {
  readonly family: string
  readonly weight: Weight
  readonly font: Font
}

/** The same for all files of one face. */
export function faceKey({ family, weight }: Face): string {
  return `${family} ${weight}`
}

interface Family {
  readonly name: string
  readonly folder: string
  readonly weights: readonly Weight[]
  /** Absent: its only file has all its signs, whatever its ranges say. */
  readonly isWhole?: boolean
}

const arimo: Family = { name: 'Arimo', folder: 'arimo', weights: [400, 700] }
const math: Family = { name: 'Noto Sans Math', folder: 'noto-sans-math', weights: [400], isWhole: true }
const japanese: Family = { name: 'Noto Sans JP', folder: 'noto-sans-jp', weights: [400, 700] }
const simplified: Family = { name: 'Noto Sans SC', folder: 'noto-sans-sc', weights: [400, 700] }
const traditional: Family = { name: 'Noto Sans TC', folder: 'noto-sans-tc', weights: [400, 700] }

const cjkOrder: Readonly<Record<CjkLanguage, readonly Family[]>> = {
  ja: [japanese, traditional, simplified],
  'zh-Hans': [simplified, traditional, japanese],
  'zh-Hant': [traditional, simplified, japanese],
  ko: [japanese, traditional, simplified],
}

/** The families in which a sign of a text is looked for: a text with CJK signs is set in a CJK face as a whole. */
function familiesFor(text: string, lang: string | undefined): readonly Family[] {
  const cjk = cjkOrder[cjkLanguage(text, lang)]
  return hasCjk(text) ? [...cjk, arimo, math] : [arimo, math, ...cjk]
}

interface Part {
  readonly name: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

/** Opens files when a sign needs them. */
export class Faces {
  readonly #parts = new Map<Family, Promise<readonly Part[]>>()
  readonly #files = new Map<string, Promise<Face>>()
  readonly #found = new Map<string, Face | null>()

  constructor(readonly loadAsset: LoadAsset) {}

  /** Opens what `faceOf` needs for the signs of a text. */
  async open(text: string, weight: Weight, lang: string | undefined): Promise<void> {
    const families = familiesFor(text, lang)
    for (const sign of new Set(text)) {
      const key = keyOf(sign, weight, families)
      if (!this.#found.has(key)) this.#found.set(key, (await this.#search(sign, weight, families)) ?? null)
    }
  }

  /** The face that has a sign of a text which was opened before; undefined when none has it. */
  faceOf(sign: string, text: string, weight: Weight, lang: string | undefined): Face | undefined {
    return this.#found.get(keyOf(sign, weight, familiesFor(text, lang))) ?? undefined
  }

  async #search(sign: string, weight: Weight, families: readonly Family[]): Promise<Face | undefined> {
    const code = sign.codePointAt(0)!
    // A mark that is not seen needs no face of its own.
    if (/\p{Cf}|\p{Cc}/u.test(sign) && isZeroWidth(sign)) return undefined
    for (const family of families) {
      for (const part of await this.#partsOf(family)) {
        if (!family.isWhole && !part.ranges.some(([first, last]) => code >= first && code <= last)) continue
        const face = await this.#file(family, part, weight)
        if (face.font.glyph(code)) return face
      }
    }
    return undefined
  }

  #partsOf(family: Family): Promise<readonly Part[]> {
    return loadInto(this.#parts, family, () => readParts(family, this.loadAsset))
  }

  #file(family: Family, part: Part, weight: Weight): Promise<Face> {
    const own = family.weights.includes(weight) ? weight : family.weights[0]!
    const path = pathOf(family, part, own)
    return loadInto(this.#files, path, async () => ({
      family: family.name,
      weight: own,
      font: openFont(await this.loadAsset(path)),
    }))
  }
}

function keyOf(sign: string, weight: Weight, families: readonly Family[]): string {
  return `${families[0]!.folder} ${weight} ${sign}`
}

async function readParts({ folder }: Family, loadAsset: LoadAsset): Promise<readonly Part[]> {
  const bytes = await loadAsset(`@fontsource/${folder}/unicode.json`)
  const ranges = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, string>>
  const parts = Object.entries(ranges).map(([name, text]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: text.split(',').map((range) => {
      const [first = '', last = first] = range.slice(2).split('-')
      return [parseInt(first, 16), parseInt(last, 16)] as const
    }),
  }))
  // As in a style sheet, the last one that claims a sign has it.
  return parts.reverse()
}

function pathOf({ folder }: Family, { name }: Part, weight: Weight): string {
  return `@fontsource/${folder}/files/${folder}-${name}-${weight}-normal.woff`
}

/** All files of the face that a language is set in. For whoever wants them before they are needed. */
export async function facePaths(language: CjkLanguage, loadAsset: LoadAsset): Promise<readonly string[]> {
  const [family] = cjkOrder[language]
  const parts = await readParts(family!, loadAsset)
  return family!.weights.flatMap((weight) => parts.map((part) => pathOf(family!, part, weight)))
}

/** Those that hold the signs of a text, each in the first family that has it: other faces lend what that of the language lacks. */
export async function facePathsFor(
  signs: ReadonlySet<string>,
  language: CjkLanguage,
  loadAsset: LoadAsset,
): Promise<readonly string[]> {
  const left = new Set([...signs].map((sign) => sign.codePointAt(0)!))
  const paths: string[] = []
  for (const family of cjkOrder[language])
    for (const part of await readParts(family, loadAsset)) {
      const held = [...left].filter((code) => part.ranges.some(([first, last]) => code >= first && code <= last))
      if (held.length === 0) continue
      for (const code of held) left.delete(code)
      paths.push(...family.weights.map((weight) => pathOf(family, part, weight)))
    }
  return paths
}
