// A text with formulas as plain text, for titles that are read out, searched or written where nothing can be drawn.
import { piecesOf } from './formulas'

const signs: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  times: '×',
  cdot: '·',
  in: '∈',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  approx: '≈',
  sim: '~',
  infty: '∞',
  sum: 'Σ',
  prod: 'Π',
  partial: '∂',
  nabla: '∇',
  top: '⊤',
  oplus: '⊕',
  otimes: '⊗',
  odot: '⊙',
  ell: 'ℓ',
  ldots: '…',
  dots: '…',
  pm: '±',
  circ: '∘',
  sqrt: '√',
  quad: ' ',
}

/** Faces and sizes say nothing. */
const silent =
  /\\(?:mathrm|mathbf|mathit|mathsf|mathtt|mathcal|mathbb|mathfrak|mathscr|text|textbf|textit|operatorname|boldsymbol|left|right|displaystyle|textstyle|limits|nolimits|[,;:! ])\s*/g

/** `$x_i^2$` → `x_i^2`, `$\alpha$` → `α`. Text without formulas stays as it is. */
export function plainText(text: string): string {
  if (!text.includes('$')) return text
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : spoken(piece.source)))
    .join('')
}

function spoken(source: string): string {
  return withSlashes(source)
    .replace(silent, '')
    .replace(/\s*\\([A-Za-z]+)\s*/g, (_, name: string) => wordFor(name))
    .replace(/\{([^{}])\}/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Fractions as they are written on one line. */
function withSlashes(source: string): string {
  const start = source.indexOf('\\frac')
  const above = start < 0 ? undefined : group(source, start + 5)
  const below = above && group(source, above.end)
  if (!above || !below) return source
  return source.slice(0, start) + withSlashes(above.inside) + '/' + withSlashes(below.inside + source.slice(below.end))
}

/** What stands between a brace and the one that belongs to it. */
function group(source: string, from: number): { readonly inside: string; readonly end: number } | undefined {
  if (source[from] !== '{') return undefined
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (source[at] === '{') depth++
    if (source[at] === '}' && --depth === 0) return { inside: source.slice(from + 1, at), end: at + 1 }
  }
  return undefined
}

function wordFor(name: string): string {
  const sign = Object.hasOwn(signs, name) ? signs[name]! : ` ${name} `
  return /[∈→←≤≥≠≈×·⊕⊗⊙±~]/u.test(sign) ? ` ${sign} ` : sign
}
