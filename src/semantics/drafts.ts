// First drafts of a talk, for a person to go on with: in the order of the data flow, one step for each phase, or what is
// frozen against what is trained; or a quiz. Words are those of the document, in all its languages.
import type { Diagram, DiagramNode, Step, Words } from '../document/schema'
import { showsAtFirst, type Shows } from '../document/steps'
import { blockOf } from '../blocks'
import { own } from '../document/own'
import type { Analysis } from './analyse'
import { phasesOf, type Setting } from './setting'

export const draftKinds = ['flow', 'phases', 'states', 'quiz'] as const
export type DraftKind = (typeof draftKinds)[number]

export interface Draft {
  readonly step: Step
  readonly shows: Shows
}

/** `setting` is the variant that is shown. */
export function draftsOf(kind: DraftKind, analysis: Analysis, setting: Setting): Draft[] {
  const { diagram } = analysis
  const shows: Shows = {
    ...showsAtFirst(diagram),
    ...(analysis.variant && { variant: analysis.variant.id }),
    ...(analysis.phase && { phase: analysis.phase.id }),
  }
  const whole: Draft = { step: step(diagram.about.title, diagram.about.summary), shows }
  if (kind === 'phases') return [whole, ...phaseDrafts(diagram, shows, setting)]
  if (kind === 'states') return [whole, ...stateDrafts(analysis, shows)]
  if (kind === 'quiz') return [...quizDrafts(analysis, shows), whole]
  return [whole, ...flowDrafts(analysis, shows), { step: step(diagram.about.title), shows: { ...shows, flow: true } }]
}

/** One step for each part of the overview, as the data meets them. */
function flowDrafts({ diagram, tree }: Analysis, shows: Shows): Draft[] {
  return tree.inference.order.flatMap((id) => {
    const item = tree.nodes.get(id)
    if (!item || item.inference.absent) return []
    const { node } = item
    return [{ step: step(labelOf(diagram, node), node.note), shows: { ...shows, focus: [id] } }]
  })
}

function phaseDrafts(diagram: Diagram, shows: Shows, setting: Setting): Draft[] {
  return phasesOf(diagram, setting).map(({ id, label, objective, note }) => ({
    step: step(label, objective ?? note, note),
    shows: { ...shows, phase: id },
  }))
}

function stateDrafts({ diagram, tree }: Analysis, shows: Shows): Draft[] {
  const all = [...tree.nodes.values()].filter((item) => !item.inference.absent)
  return (['frozen', 'trainable'] as const).flatMap((state): Draft[] => {
    const found = all.filter((item) => item.state === state)
    if (!found.length) return []
    const names = found.map(({ node }) => labelOf(diagram, node))
    return [{ step: step(titles[state], joined(names)), shows: { ...shows, focus: found.map(({ path }) => path) } }]
  })
}

/** What it is called, what is trained, what travels: each hidden, asked for and revealed by a click; then all is shown. */
function quizDrafts({ total, phase }: Analysis, shows: Shows): Draft[] {
  const { trainable, frozen } = total.params
  const isWorthAsking = { labels: true, states: trainable > 0n && frozen > 0n, shapes: true }
  return (['labels', 'states', 'shapes'] as const)
    .filter((asked) => isWorthAsking[asked])
    .map((asked) => ({
      step: { ...step(questions[asked], asked === 'states' ? phase?.label : undefined), quiz: [asked] },
      shows: { ...shows, ...(asked === 'shapes' && { shapes: 'main' as const }) },
    }))
}

const questions: Readonly<Record<'labels' | 'states' | 'shapes', Words>> = {
  labels: {
    en: 'What is each part called?',
    ja: 'それぞれの部分は何か',
    'zh-Hans': '各部分是什么？',
    'zh-Hant': '各部分是什麼？',
  },
  states: {
    en: 'What is frozen, and what is trained?',
    ja: 'どこが凍結され、どこを学習するか',
    'zh-Hans': '哪些冻结，哪些训练？',
    'zh-Hant': '哪些凍結，哪些訓練？',
  },
  shapes: {
    en: 'What shapes travel on the edges?',
    ja: '辺を流れる形状は何か',
    'zh-Hans': '边上流动的形状是什么？',
    'zh-Hant': '邊上流動的形狀是什麼？',
  },
}

const titles: Readonly<Record<'frozen' | 'trainable', Words>> = {
  frozen: { en: 'What stays frozen', ja: '凍結される部分', 'zh-Hans': '冻结的部分', 'zh-Hant': '凍結的部分' },
  trainable: { en: 'What is trained', ja: '学習される部分', 'zh-Hans': '训练的部分', 'zh-Hant': '訓練的部分' },
}

function step(title: Words, text?: Words, notes?: Words): Step {
  return { title, ...(text !== undefined && { text }), ...(notes !== undefined && { notes }) }
}

function labelOf(diagram: Diagram, node: DiagramNode): Words {
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  return node.label ?? module?.label ?? (node.block && blockOf(node.block)?.label) ?? node.id
}

/** A list in every language that any of its words have. */
function joined(list: readonly Words[]): Words {
  const languages = new Set(list.flatMap((words) => (typeof words === 'string' ? [] : Object.keys(words))))
  const inOne = (language: string) =>
    list.map((words) =>
      typeof words === 'string' ? words : (words[language] ?? words['en'] ?? Object.values(words)[0]!),
    )
  if (!languages.size) return inOne('en').join(', ')
  return Object.fromEntries(
    [...languages].map((language) => [language, inOne(language).join(language === 'en' ? ', ' : '、')]),
  )
}
