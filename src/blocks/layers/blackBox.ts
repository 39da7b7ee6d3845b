// A model of which only the outside is known, or wanted.
import { kindWords } from '../tensorWords'
import { shapeWords } from '../shapeText'
import { catalogue } from '../../shared/message'
import { product } from '../../shared/dimension'
import { isZero, times } from '../arithmetic'
import { given, leadingOf } from '../axes'
import { defineBlock } from '../block'
import { refuse } from '../clash'
import { tensor } from '../example'
import { kinds, modalities, ownDimensions } from '../tensor'
import { choiceWords, terms } from '../words'

const sentences = catalogue({
  sizes: {
    en: 'What it gives is {gives}, which takes {least} sizes, but its shape is {shape}.',
    ja: '出力は{gives}で大きさが {least} 個必要ですが、形状は {shape} です。',
    'zh-Hans': '输出为{gives}，需要 {least} 个尺寸，但其形状为 {shape}。',
    'zh-Hant': '輸出為{gives}，需要 {least} 個尺寸，但其形狀為 {shape}。',
  },
})

export const blackBox = defineBlock({
  type: 'blackBox',
  label: { en: 'Black box', ja: 'ブラックボックス', 'zh-Hans': '黑盒', 'zh-Hant': '黑盒' },
  group: 'layers',
  about: {
    en: 'A model whose inside is not public or not of interest: what it takes, what it gives, and its size where that is known.',
    ja: '中身が公開されていない、または問題にしないモデル。何を受け取り何を出すか、分かる場合はその大きさを示す。',
    'zh-Hans': '内部不公开或不关心的模型：输入什么、输出什么，以及已知时的规模。',
    'zh-Hant': '內部未公開或不關心的模型：輸入什麼、輸出什麼，以及已知時的規模。',
  },
  source: 'Zeng et al., Socratic Models, arXiv:2204.00598',
  fields: {
    takes: {
      type: 'choice',
      label: { en: 'Takes', ja: '入力', 'zh-Hans': '输入', 'zh-Hant': '輸入' },
      options: kinds,
      initial: 'image',
    },
    gives: { type: 'choice', label: terms.gives, options: kinds, initial: 'string' },
    shape: {
      type: 'shape',
      label: { en: 'Shape given', ja: '出力の形状', 'zh-Hans': '输出形状', 'zh-Hant': '輸出形狀' },
      hint: {
        en: 'For each value taken; empty for one string.',
        ja: '受け取る値ごと。空なら文字列 1 つ。',
        'zh-Hans': '对每个输入值；留空为一个字符串。',
        'zh-Hant': '對每個輸入值；留空為一個字串。',
      },
      initial: [],
    },
    modality: {
      type: 'choice',
      label: { en: 'Modality given', ja: '出力のモダリティ', 'zh-Hans': '输出模态', 'zh-Hant': '輸出模態' },
      options: ['as taken', ...modalities],
      initial: 'as taken',
    },
    parameters: {
      type: 'dimension',
      label: { en: 'Parameters', ja: 'パラメータ数', 'zh-Hans': '参数量', 'zh-Hant': '參數量' },
      hint: {
        en: '0 where it is not known.',
        ja: '不明なら 0。',
        'zh-Hans': '未知时填 0。',
        'zh-Hant': '未知時填 0。',
      },
      initial: 0,
      least: 0,
    },
    macs: {
      type: 'dimension',
      label: { en: 'Multiply-accumulates', ja: '積和演算数', 'zh-Hans': '乘加次数', 'zh-Hant': '乘加次數' },
      hint: {
        en: 'For each value taken; 0 where it is not known.',
        ja: '受け取る値ごと。不明なら 0。',
        'zh-Hans': '对每个输入值；未知时填 0。',
        'zh-Hant': '對每個輸入值；未知時填 0。',
      },
      initial: 0,
      least: 0,
    },
  },
  inputs: ({ takes }) => [{ id: 'x', kinds: [takes] }],
  outputs: ({ gives }) => [{ id: 'x', kinds: [gives] }],
  shape({ takes, gives, shape, modality }, inputs) {
    const least = ownDimensions[gives]
    if (shape.length < least)
      return refuse('x', sentences.sizes({ gives: kindWords[gives], least, shape: shapeWords(shape) }))
    const before = leadingOf(given(inputs, 'x'), ownDimensions[takes])
    return {
      x: { kind: gives, shape: [...before, ...shape], ...(modality !== 'as taken' && { modality: [modality] }) },
    }
  },
  weights: ({ parameters }) => (isZero(parameters) ? [] : [{ name: 'weights', shape: [parameters] }]),
  macs({ takes, macs }, inputs) {
    return { weights: times(product(leadingOf(given(inputs, 'x'), ownDimensions[takes])), macs) }
  },
  sublabel: ({ takes, gives }, _, say) => `${say(choiceWords(takes))} → ${say(choiceWords(gives))}`,
  isOpaque: true,
  example: { x: tensor('image', ['B', 3, 224, 224], 'vision') },
})
