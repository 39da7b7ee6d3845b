// Text that LaTeX sets as it is.
import { visibleText } from './text'

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquotesingle{}',
  '`': '\\textasciigrave{}',
  // These would join: two hyphens into a dash, two commas into a quote.
  '--': '-{}-{}',
  ',,': ',{},{}',
  '[': '{[}',
  ']': '{]}',
  '…': '\\dots{}',
  '\u00a0': '~',
  '\u00ad': '\\-',
  '\u2002': '\\enspace{}',
  '\u2003': '\\quad{}',
  '\u2009': '\\,',
  '‘': '`{}',
  '’': "'{}",
  '“': '``{}',
  '”': "''{}",
  '–': '--{}',
  '—': '---{}',
  '‐': '-{}',
  '‑': '-{}',
  '•': '\\textbullet{}',
  '†': '\\textdagger{}',
  '‡': '\\textdaggerdbl{}',
  '™': '\\texttrademark{}',
}

const mathematics: Readonly<Record<string, string>> = {
  '×': '\\times',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '÷': '\\div',
  '±': '\\pm',
  '¬': '\\neg',
  µ: '\\mu',
  '−': '-',
  '→': '\\to',
  '←': '\\leftarrow',
  '↑': '\\uparrow',
  '↓': '\\downarrow',
  '↔': '\\leftrightarrow',
  '⇒': '\\Rightarrow',
  '⇐': '\\Leftarrow',
  '⇔': '\\Leftrightarrow',
  '↦': '\\mapsto',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '‖': '\\|',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '≡': '\\equiv',
  '∼': '\\sim',
  '∝': '\\propto',
  '∞': '\\infty',
  '√': '\\surd',
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∂': '\\partial',
  '∇': '\\nabla',
  '∈': '\\in',
  '∉': '\\notin',
  '⊂': '\\subset',
  '⊆': '\\subseteq',
  '∪': '\\cup',
  '∩': '\\cap',
  '∅': '\\emptyset',
  '∀': '\\forall',
  '∃': '\\exists',
  '∧': '\\wedge',
  '∨': '\\vee',
  '∘': '\\circ',
  '∗': '\\ast',
  '⋆': '\\star',
  '⊕': '\\oplus',
  '⊗': '\\otimes',
  '⊙': '\\odot',
  '⊤': '\\top',
  '⊥': '\\perp',
  '′': "'",
  ℓ: '\\ell',
  ℝ: '\\mathbf{R}',
  '𝒳': '\\mathcal{X}',
  ᵀ: '^{\\mathsf{T}}',
  ᵢ: '_{i}',
  ⱼ: '_{j}',
  ₓ: '_{x}',
  ⁿ: '^{n}',
  '⁺': '^{+}',
  '⁻': '^{-}',
  ...greek(),
}

function greek(): Record<string, string> {
  const names =
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'
  const found: Record<string, string> = {}
  names.split(' ').forEach((name, i) => {
    const small = String.fromCodePoint(0x3b1 + i)
    const large = String.fromCodePoint(0x391 + i)
    found[small] = name === 'omicron' ? 'o' : name === 'epsilon' || name === 'phi' ? `\\var${name}` : `\\${name}`
    if (name === 'varsigma') return
    const latin = 'alpha beta epsilon zeta eta iota kappa mu nu omicron rho tau chi'.split(' ').indexOf(name)
    found[large] = latin < 0 ? `\\${name[0]!.toUpperCase()}${name.slice(1)}` : `\\mathrm{${'ABEZHIKMNOPTX'[latin]}}`
  })
  return { ...found, ϵ: '\\epsilon', ϕ: '\\phi', ϑ: '\\vartheta', ϱ: '\\varrho' }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/** What every LaTeX of today sets in its T1 fonts. */
const latin =
  /[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ffĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽž]/u

/** `other` sets what TeX may have no sign for; the text of one call of it is a run of such signs. */
export function escapeLatex(text: string, other: (run: string) => string = (run) => run): string {
  const flat = visibleText(text).replace(/\s/gu, (sign) => (commands[sign] === undefined ? ' ' : sign))
  let out = ''
  let unknown = ''
  const flush = () => {
    if (unknown) out += other(unknown)
    unknown = ''
  }
  for (const [run] of flat.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[₀₁₂₃₄₅₆₇₈₉]+|--|,,|[^]/gu)) {
    const known = signOf(run)
    if (known === undefined) unknown += run
    else {
      flush()
      out += known
    }
  }
  flush()
  return out
}

function signOf(run: string): string | undefined {
  const digits = (signs: string) => [...run].map((each) => signs.indexOf(each))
  if (superscripts.includes(run[0]!)) return `$^{${digits(superscripts).join('')}}$`
  if (subscripts.includes(run[0]!)) return `$_{${digits(subscripts).join('')}}$`
  if (Object.hasOwn(commands, run)) return commands[run]!
  if (Object.hasOwn(mathematics, run)) return `$${mathematics[run]}$`
  return latin.test(run) ? run : undefined
}
