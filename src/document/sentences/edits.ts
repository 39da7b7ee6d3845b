// Why something cannot be as a person wants it.
import { catalogue } from '../../shared/message'

export const edits = catalogue({
  noSuchNode: {
    en: 'There is no such node.',
    ja: 'そのようなノードはありません。',
    'zh-Hans': '没有这样的节点。',
    'zh-Hant': '沒有這樣的節點。',
  },
  groupHasNoParams: {
    en: 'A group has no parameters; what is in it has.',
    ja: 'グループに設定はありません。中のノードにあります。',
    'zh-Hans': '组没有参数；其中的节点才有。',
    'zh-Hant': '群組沒有參數；其中的節點才有。',
  },
  moduleLacksParam: {
    en: 'The module {module} has no parameter “{name}”; it has: {names}.',
    ja: 'モジュール {module} にパラメータ「{name}」はありません。あるのは {names} です。',
    'zh-Hans': '模块 {module} 没有参数“{name}”；它有：{names}。',
    'zh-Hant': '模組 {module} 沒有參數「{name}」；它有：{names}。',
  },
  blockLacksParam: {
    en: '{block} has no parameter “{name}”; it has: {names}.',
    ja: '{block}にパラメータ「{name}」はありません。あるのは {names} です。',
    'zh-Hans': '{block}没有参数“{name}”；它有：{names}。',
    'zh-Hant': '{block}沒有參數「{name}」；它有：{names}。',
  },
  numberOrFormula: {
    en: 'It has to be a number or a formula.',
    ja: '数か式でなければなりません。',
    'zh-Hans': '必须是数或公式。',
    'zh-Hant': '必須是數或公式。',
  },
  writeSomething: {
    en: 'Write a number or a formula.',
    ja: '数か式を書いてください。',
    'zh-Hans': '请写数或公式。',
    'zh-Hant': '請寫數或公式。',
  },
  numberTooLarge: {
    en: 'The number is too large.',
    ja: '数が大きすぎます。',
    'zh-Hans': '数太大。',
    'zh-Hant': '數太大。',
  },
  repeatNotWhole: {
    en: '“{value}” is {count}; a repeat is a whole number that is not negative.',
    ja: '「{value}」は {count} です。繰り返しは負でない整数です。',
    'zh-Hans': '“{value}”为 {count}；重复次数须是非负整数。',
    'zh-Hant': '「{value}」為 {count}；重複次數須是非負整數。',
  },
  repeatTooLarge: {
    en: '“{value}” is {count}; the limit is {limit}.',
    ja: '「{value}」は {count} です。上限は {limit} です。',
    'zh-Hans': '“{value}”为 {count}；上限为 {limit}。',
    'zh-Hant': '「{value}」為 {count}；上限為 {limit}。',
  },
  noSymbol: {
    en: 'There is no symbol “{name}”.',
    ja: '記号「{name}」はありません。',
    'zh-Hans': '没有符号“{name}”。',
    'zh-Hant': '沒有符號「{name}」。',
  },
  noSymbolHere: {
    en: 'There is no symbol “{name}” to set.',
    ja: '値を与える記号「{name}」はありません。',
    'zh-Hans': '没有可设置的符号“{name}”。',
    'zh-Hant': '沒有可設定的符號「{name}」。',
  },
  symbolTaken: {
    en: 'There is a symbol “{name}” already.',
    ja: '記号「{name}」はすでにあります。',
    'zh-Hans': '已有符号“{name}”。',
    'zh-Hant': '已有符號「{name}」。',
  },
  symbolHidden: {
    en: 'The module {module} uses it and has a parameter “{name}”, which would be meant in its place.',
    ja: 'モジュール {module} がこれを使っており、同名のパラメータ「{name}」が代わりに意味されてしまいます。',
    'zh-Hans': '模块 {module} 使用它，且有参数“{name}”，会被当成那个参数。',
    'zh-Hant': '模組 {module} 使用它，且有參數「{name}」，會被當成那個參數。',
  },
  noModuleNamed: {
    en: 'There is no module “{name}”.',
    ja: 'モジュール「{name}」はありません。',
    'zh-Hans': '没有模块“{name}”。',
    'zh-Hant': '沒有模組「{name}」。',
  },
  paramTaken: {
    en: 'The module has a parameter “{name}” already.',
    ja: 'モジュールにはパラメータ「{name}」がすでにあります。',
    'zh-Hans': '模块已有参数“{name}”。',
    'zh-Hant': '模組已有參數「{name}」。',
  },
  paramHides: {
    en: 'The module uses the symbol “{name}”, which the parameter would hide.',
    ja: 'モジュールは記号「{name}」を使っており、パラメータがそれを隠してしまいます。',
    'zh-Hans': '模块使用符号“{name}”，该参数会遮住它。',
    'zh-Hant': '模組使用符號「{name}」，該參數會遮住它。',
  },
  nothingToInsert: {
    en: 'There is nothing to put in.',
    ja: '入れるものがありません。',
    'zh-Hans': '没有可放入的内容。',
    'zh-Hant': '沒有可放入的內容。',
  },
})
