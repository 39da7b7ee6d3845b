// The two tables of systems: what stands in their columns, what these are called, how a value is written.
import type { Language, Words } from '../../document/schema'
import { say } from '../../document/words'
import { grouped, short } from '../number'
import { quantityNames } from '../quantities'
import type { Digits, TextTable } from '../table/columns'
import type { SystemRow } from './systems'

type ColumnId = Exclude<keyof SystemRow, 'name'>

interface SystemColumn {
  readonly heading: Words
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
  /** Counted one by one, never in millions. */
  readonly isSmall?: boolean
}

const columns: Readonly<Record<ColumnId, SystemColumn>> = {
  system: { heading: { en: 'System', ja: 'システム', 'zh-Hans': '系统', 'zh-Hant': '系統' } },
  variant: { heading: { en: 'Variant', ja: 'バリアント', 'zh-Hans': '变体', 'zh-Hant': '變體' } },
  year: { heading: { en: 'Year', ja: '年', 'zh-Hans': '年份', 'zh-Hant': '年份' }, isNumber: true },
  family: { heading: { en: 'Fusion', ja: '融合の型', 'zh-Hans': '融合方式', 'zh-Hant': '融合方式' } },
  phase: { heading: { en: 'Phase', ja: '学習段階', 'zh-Hans': '训练阶段', 'zh-Hant': '訓練階段' } },
  total: { heading: quantityNames.parameters, isNumber: true },
  trainable: { heading: { en: 'Trainable', ja: '学習', 'zh-Hans': '可训练', 'zh-Hant': '可訓練' }, isNumber: true },
  frozen: { heading: { en: 'Frozen', ja: '凍結', 'zh-Hans': '冻结', 'zh-Hant': '凍結' }, isNumber: true },
  active: { heading: { en: 'Active', ja: '活性', 'zh-Hans': '激活', 'zh-Hant': '啟用' }, isNumber: true },
  forward: { heading: quantityNames.forwardFlops, isNumber: true },
  training: { heading: quantityNames.trainingFlops, isNumber: true },
  imageTokens: { heading: quantityNames.imageTokens, isNumber: true, isSmall: true },
  perToken: {
    heading: { en: 'Params/token', ja: 'パラメータ/トークン', 'zh-Hans': '每词元参数', 'zh-Hant': '每詞元參數' },
    isNumber: true,
  },
  seen: {
    heading: { en: 'Examples seen', ja: '学習事例数', 'zh-Hans': '已见样本', 'zh-Hant': '已見樣本' },
    isNumber: true,
  },
  result: { heading: { en: 'Published result', ja: '公表された結果', 'zh-Hans': '公布结果', 'zh-Hant': '公布結果' } },
}

interface TableOfSystems {
  readonly columns: readonly ColumnId[]
  /** What a figure shows as dots on a logarithmic line. */
  readonly plotted: 'total' | 'perToken'
  /** A figure has the families as headings, and bars for what is trained. */
  readonly hasFamilies: boolean
  /** Every variant has a row, whether asked for or not. */
  readonly hasVariants: boolean
  /** Rows that have what the table is about. */
  readonly keeps: (row: SystemRow) => boolean
}

/** systems: everything side by side. tokens: the table that LIMoE's article prints, parameters per token and data seen. */
export const systemTables = {
  systems: {
    columns: [
      'system',
      'variant',
      'year',
      'family',
      'phase',
      'total',
      'trainable',
      'frozen',
      'active',
      'forward',
      'training',
      'imageTokens',
    ],
    plotted: 'total',
    hasFamilies: true,
    hasVariants: false,
    keeps: () => true,
  },
  tokens: {
    columns: ['system', 'variant', 'perToken', 'total', 'seen', 'result'],
    plotted: 'perToken',
    hasFamilies: false,
    hasVariants: true,
    keeps: ({ perToken, seen }) => perToken !== undefined && seen !== undefined,
  },
} as const satisfies Record<string, TableOfSystems>
export type SystemTable = keyof typeof systemTables

export function rowsFor(table: SystemTable, rows: readonly SystemRow[]): readonly SystemRow[] {
  return rows.filter(systemTables[table].keeps)
}

export function isNumber(column: ColumnId): boolean {
  return columns[column].isNumber === true
}

export function headingOf(column: ColumnId, language: Language): string {
  return say(columns[column].heading, language)
}

/** One cell as text; empty where there is nothing to say. */
export function systemCell(row: SystemRow, column: ColumnId, digits: Digits): string {
  const value = row[column]
  if (value === undefined) return ''
  if (typeof value !== 'bigint') return String(value)
  if (digits === 'exact') return String(value)
  return digits === 'grouped' || columns[column].isSmall ? grouped(value) : short(value)
}

export function systemTable(
  table: SystemTable,
  rows: readonly SystemRow[],
  digits: Digits,
  language: Language = 'en',
): TextTable {
  const ids = systemTables[table].columns
  return {
    columns: ids.map((id) => ({
      heading: headingOf(id, language),
      align: isNumber(id) ? ('right' as const) : ('left' as const),
    })),
    rows: rowsFor(table, rows).map((row) => ids.map((id) => systemCell(row, id, digits))),
  }
}
