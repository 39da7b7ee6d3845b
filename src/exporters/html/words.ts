// What the viewer of a page says by itself, in the language of the page.
import type { Language } from '../../document/schema'

const english = {
  back: 'Back',
  view: 'View',
  next: 'Next',
  out: 'Zoom out',
  fit: 'Show all',
  in: 'Zoom in',
  notes: 'Speaker notes',
  phases: 'Phases',
  steps: 'Steps',
  folds: 'Folded and unfolded',
}

export type ViewerWords = typeof english

export const viewerWords: Readonly<Record<Language, ViewerWords>> = {
  en: english,
  ja: {
    back: '戻る',
    view: '表示',
    next: '次へ',
    out: '縮小',
    fit: '全体を表示',
    in: '拡大',
    notes: '発表者ノート',
    phases: '学習段階',
    steps: 'ステップ',
    folds: '折りたたみと展開',
  },
  'zh-Hans': {
    back: '上一个',
    view: '视图',
    next: '下一个',
    out: '缩小',
    fit: '显示全部',
    in: '放大',
    notes: '演讲者备注',
    phases: '训练阶段',
    steps: '步骤',
    folds: '折叠与展开',
  },
  'zh-Hant': {
    back: '上一個',
    view: '檢視',
    next: '下一個',
    out: '縮小',
    fit: '顯示全部',
    in: '放大',
    notes: '演講者備註',
    phases: '訓練階段',
    steps: '步驟',
    folds: '摺疊與展開',
  },
}
