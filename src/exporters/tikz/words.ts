// Text and numbers as TikZ wants them.
import { escapeLatex } from '../../drawing/latex'
import { round } from '../../drawing/numbers'

/** What pdfTeX has no sign for goes through a macro, which the preamble defines. */
export function texText(text: string): string {
  return escapeLatex(text, (run) => `\\friezeother{${run}}`)
}

/** A length in the figure's unit. */
export function units(value: number): string {
  return `${round(value)}\\friezeunit`
}

/** Inside a coordinate. */
export function pair({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)},${round(y)}`
}
