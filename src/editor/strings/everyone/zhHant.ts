// What makes the editor everyone's, in Traditional Chinese: sizes, contrast, small screens, touch, hints and explanations.
import type { everyone as English } from './en'

export const everyone: Record<keyof typeof English, string> = {
  'announce.nothingSelected': '未選取任何內容',
  'announce.redone': '已重做：{{what}}',
  'announce.scale': '介面大小：{{percent}}%',
  'announce.selectedOne': '已選取：{{name}}',
  'announce.undone': '已復原：{{what}}',
  'command.scaleDown': '縮小介面',
  'command.scaleUp': '放大介面',
  'inspector.scratch': '從頭訓練',
  'menu.more': '更多',
  'menu.scale': '介面大小',
  'panel.close': '關閉面板',
  'reason.largest': '已經是最大',
  'reason.smallest': '已經是最小',
  'scale.100': '100%',
  'scale.110': '110%',
  'scale.125': '125%',
  'scale.150': '150%',
  'scale.175': '175%',
  'scale.200': '200%',
  'scale.80': '80%',
  'scale.90': '90%',
  'theme.contrast': '高對比',
  'theme.contrast-dark': '高對比（深色）',
}
