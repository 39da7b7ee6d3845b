// Text and numbers as TikZ wants them.
import { escapeLatex } from '../../drawing/latex'
import { formulaOf, piecesOf } from '../../drawing/math/formulas'
import { plainText } from '../../drawing/math/spoken'
import { round } from '../../drawing/numbers'

/** What pdfTeX has no sign for goes through a macro, which the preamble defines. */
export function texText(text: string): string {
  return escapeLatex(text, (run) => `\\friezeother{${run}}`)
}

/** Text with formulas in it, which TeX sets by itself. */
export function richTexText(text: string): string {
  return piecesOf(text)
    .map((piece) => {
      if (piece.kind === 'text') {
        const [, before = '', after = ''] = /^(\s?)[^]*?(\s?)$/.exec(piece.text) ?? []
        return `${before && ' '}${texText(piece.text)}${after && ' '}`
      }
      return isHarmless(piece.source) ? `$${piece.source}$` : texText(plainText(`$${piece.source}$`))
    })
    .join('')
}

/**
 * A diagram may be a stranger's, and TeX can read files: a formula passes when it could be drawn, has signs, letters and
 * the commands of formulas only, and its braces match.
 */
function isHarmless(source: string): boolean {
  const isKnown =
    formulaOf(source, 400) !== undefined &&
    /^(?:\\(?:[a-zA-Z]+|[,;:! |{}])|[A-Za-z0-9 {}^_+\-*/=<>()[\]|,.;:!?'])*$/.test(source) &&
    [...source.matchAll(/\\([a-zA-Z]+)/g)].every(([, name]) => commands.has(name!))
  let depth = 0
  for (const [brace] of source.replace(/\\[{}]/g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return isKnown && depth === 0
}

const commands = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho varrho sigma ' +
    'varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega times ' +
    'cdot cdots ldots dots div pm mp in notin to rightarrow leftarrow Rightarrow Leftarrow leftrightarrow mapsto leq le ' +
    'geq ge neq ne approx equiv sim simeq propto infty sum prod int partial nabla top bot perp oplus otimes odot circ ' +
    'ast star dagger subset subseteq supset cup cap emptyset forall exists wedge vee neg ell hbar Re Im langle rangle ' +
    'lfloor rfloor lceil rceil lVert rVert Vert vert mid parallel frac sqrt hat tilde bar vec dot overline underline ' +
    'mathbf mathrm mathit mathcal mathsf mathtt text textbf textrm left right big Big bigl bigr quad qquad log ln exp ' +
    'sin cos tan tanh max min arg sup inf lim det dim prime'
  ).split(' '),
)

/** A length in the figure's unit. */
export function units(value: number): string {
  return `${round(value)}\\friezeunit`
}

/** Inside a coordinate. */
export function pair({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)},${round(y)}`
}
