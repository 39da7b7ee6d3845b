// What stands before the picture: how to compile it, and all of its look, in one place.
import { flame, snowflake } from '../../drawing/icons'
import { box, typographyOf } from '../../graph/typography'
import { themes } from '../../scene/themes'
import type { ThemeName } from '../../scene/scene'
import type { CjkLanguage } from '../../drawing/scripts'
import { round } from '../../drawing/numbers'
import type { Colours } from './colours'
import { cornerRadius } from './edge'
import { pathText } from './plain'
import { units } from './words'

export function documentClass(): string[] {
  return [
    '% Compile with pdflatex, lualatex or xelatex (one of the latter two for Chinese, Japanese or Korean).',
    '% For a paper: \\usepackage{standalone} and \\input this file, or copy what lies between the two lines of % =====.',
    '\\documentclass[tikz, border=0pt]{standalone}',
    '% ===== preamble: fonts, colours and styles',
  ]
}

export function fonts(cjk: CjkLanguage | undefined): string[] {
  const face = cjk && { ja: 'JP', 'zh-Hans': 'SC', 'zh-Hant': 'TC', ko: 'KR' }[cjk]
  return [
    '\\usepackage{iftex, amsmath}',
    '\\ifpdftex',
    '  \\usepackage[utf8]{inputenc}',
    '  % Helvetica where there is one, else what every TeX has.',
    '  \\IfFileExists{tgheros.sty}{\\usepackage[T1]{fontenc}\\usepackage{tgheros}}{%',
    '    \\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{%',
    '      \\usepackage{fix-cm}%',
    "      \\renewcommand{\\textquotedbl}{''}\\renewcommand{\\textquotesingle}{'}\\renewcommand{\\textasciigrave}{`}}}",
    '  % A sign that pdfTeX has no font for: a box in its place.',
    '  \\newcommand{\\friezeother}[1]{\\framebox[1ex]{\\rule{0pt}{1ex}}}',
    '\\else',
    '  \\usepackage{fontspec}',
    '  \\IfFontExistsTF{Arial}{\\setsansfont{Arial}}{\\IfFontExistsTF{Liberation Sans}{\\setsansfont{Liberation Sans}}{}}',
    ...(face
      ? [
          `  \\IfFontExistsTF{Noto Sans CJK ${face}}{\\newfontfamily\\friezewide{Noto Sans CJK ${face}}}{\\newcommand{\\friezewide}{}}`,
          '  \\newcommand{\\friezeother}[1]{{\\friezewide #1}}',
        ]
      : ['  \\newcommand{\\friezeother}[1]{#1}']),
    '\\fi',
    '\\renewcommand{\\familydefault}{\\sfdefault}',
    '\\usetikzlibrary{arrows.meta, shadows}',
    '\\pgfdeclarelayer{containers}',
    '\\pgfdeclarelayer{edges}',
    '\\pgfsetlayers{containers,edges,main}',
  ]
}

export function look(theme: ThemeName, colours: Colours, isLarge: boolean | undefined): string[] {
  const typography = typographyOf(isLarge)
  return [
    '% The size of everything: one pixel of the figure.',
    '\\newlength{\\friezeunit}',
    '\\setlength{\\friezeunit}{0.75bp}',
    ...colours.definitions(),
    '% What is written on a node.',
    text('friezetitle', typography.title, '\\bfseries'),
    text('friezecount', typography.count, '\\bfseries\\color{muted}'),
    text('friezebadge', typography.badge, '\\bfseries'),
    text('friezesub', typography.sublabel, '\\color{muted}'),
    `\\newcommand{\\friezefont}[1]{\\fontsize{#1\\friezeunit}{1.2\\dimexpr#1\\friezeunit}\\selectfont}`,
    ...icon('trainableicon', flame(0, 0, box.icon + 2, themes[theme].nodes.trainable.accent), colours),
    ...icon('frozenicon', snowflake(0, 0, box.icon + 2, themes[theme].nodes.frozen.accent), colours),
    `\\newcommand{\\friezeicon}[1]{\\makebox[${units(box.icon + box.iconGap)}][l]{\\hspace*{-2\\friezeunit}\\raisebox{-3.5\\friezeunit}{\\usebox{#1}}}}`,
    `\\newcommand{\\friezeindent}{\\hspace*{${units(box.icon + box.iconGap)}}}`,
    '% Arrowheads take lengths that can be expanded only.',
    '\\edef\\friezehead{\\the\\dimexpr10\\friezeunit\\relax}',
    '\\edef\\friezeheadwidth{\\the\\dimexpr9\\friezeunit\\relax}',
    '% Restyle nodes and edges here.',
    '\\tikzset{',
    ...styles(theme, typography).map((line) => `  ${line}`),
    '}',
  ]
}

function text(name: string, { size }: { readonly size: number }, more: string): string {
  const line = round(size * 1.25)
  return `\\newcommand{\\${name}}[1]{{\\fontsize{${size}\\friezeunit}{${line}\\friezeunit}\\selectfont${more} #1}}`
}

/** Drawn once, used by every node of its state. */
function icon(name: string, paths: ReturnType<typeof flame>, colours: Colours): string[] {
  return [
    `\\newsavebox{\\${name}}`,
    `\\sbox{\\${name}}{\\begin{tikzpicture}[x=\\friezeunit, y=-\\friezeunit, baseline=(current bounding box.south)]`,
    ...paths.map((path) => `  ${pathText(path, colours)}`),
    '\\end{tikzpicture}}',
  ]
}

function styles(theme: ThemeName, typography: ReturnType<typeof typographyOf>): string[] {
  const { edges } = themes[theme]
  const states = ['plain', 'trainable', 'frozen', 'mixed', 'absent'] as const
  const hues = ['vision', 'language', 'fused', 'neutral'] as const
  return [
    'frieze/.style={x=\\friezeunit, y=-\\friezeunit},',
    `box/.style={rectangle, rounded corners=${units(box.radius)}, line width=${units(1.5)}, inner xsep=${units(box.padding)}, inner ysep=0pt, outer sep=0pt, align=left, font=\\fontsize{${typography.sublabel.size}\\friezeunit}{${box.sublabelLine}\\friezeunit}\\selectfont},`,
    ...states.map((state) => `${state}/.style={draw=${state}, fill=${state}fill, text=${state}ink${extra(state)}},`),
    `container/.style={rounded corners=${units(box.containerRadius)}, text width=},`,
    ...states.map((state) => `${state} ground/.style={fill=${state}ground},`),
    `heading/.style={anchor=base west, inner sep=0pt, outer sep=0pt, align=left, font=\\fontsize{${typography.title.size}\\friezeunit}{${box.titleLine}\\friezeunit}\\selectfont},`,
    `stack/.style={double copy shadow={shadow xshift=${units(box.card)}, shadow yshift=${units(box.card)}}},`,
    `sign/.style={circle, draw=fused, fill=page, line width=${units(1.5)}, minimum size=${units(box.sign)}, inner sep=0pt, outer sep=0pt, text=fused, font=\\friezefont{15}},`,
    ...bands(),
    `edge/.style={line width=${units(1.9)}, rounded corners=${units(cornerRadius)}},`,
    'arrow/.style={-{Triangle[length=\\friezehead, width=\\friezeheadwidth]}},',
    ...hues.map((hue) => {
      const { dash } = edges[hue]
      return `${hue}/.style={draw=${hue}, text=${hue}${dash ? `, dash pattern=${dashPattern(dash)}` : ''}},`
    }),
    `chip/.style={rectangle, solid, rounded corners=${units(box.chipHeight / 2)}, draw=., draw opacity=0.4, fill=page, line width=${units(1)}, minimum height=${units(box.chipHeight)}, inner xsep=0pt, inner ysep=0pt, outer sep=0pt, font=\\friezefont{${typography.chip.size}}},`,
    `words/.style={inner sep=0pt, outer sep=0pt},`,
  ]
}

function extra(state: string): string {
  if (state === 'absent') return `, dash pattern=${dashPattern([4, 4])}`
  return state === 'plain' ? '' : `, ${state} band`
}

/** Solid under what learns, dotted under what is frozen, half and half where both are inside. */
function bands(): string[] {
  const inset = units(box.radius)
  const left = `([xshift=${inset}, yshift=${units(1.5)}]\\tikzlastnode.south west)`
  const middle = `([yshift=${units(1.5)}]\\tikzlastnode.south)`
  const right = `([xshift=-${inset}, yshift=${units(1.5)}]\\tikzlastnode.south east)`
  const pen = `line width=${units(3)}, line cap=butt, sharp corners`
  return [
    `learning line/.style={draw=trainable, ${pen}},`,
    `resting line/.style={draw=frozen, ${pen}, dash pattern=${dashPattern([3, 3])}},`,
    `trainable band/.style={append after command={${left} edge[learning line] ${right}}},`,
    `frozen band/.style={append after command={${left} edge[resting line] ${right}}},`,
    `mixed band/.style={append after command={${left} edge[learning line] ${middle} ${middle} edge[resting line] ${right}}},`,
    'no band/.style={trainable band/.style={}, frozen band/.style={}, mixed band/.style={}},',
  ]
}

export function dashPattern(dash: readonly number[]): string {
  return dash.map((length, i) => `${i % 2 ? 'off' : 'on'} ${units(length)}`).join(' ')
}
