// What makes the editor everyone's, in Simplified Chinese: sizes, contrast, small screens, touch, hints and explanations.
import type { everyone as English } from './en'

export const everyone: Record<keyof typeof English, string> = {
  'announce.nothingSelected': '未选中任何内容',
  'announce.redone': '已重做：{{what}}',
  'announce.scale': '界面大小：{{percent}}%',
  'announce.selectedOne': '已选中：{{name}}',
  'announce.undone': '已撤销：{{what}}',
  'command.scaleDown': '缩小界面',
  'command.scaleUp': '放大界面',
  'inspector.scratch': '从头训练',
  'menu.more': '更多',
  'menu.scale': '界面大小',
  'panel.close': '关闭面板',
  'reason.largest': '已经是最大',
  'reason.smallest': '已经是最小',
  'scale.100': '100%',
  'scale.110': '110%',
  'scale.125': '125%',
  'scale.150': '150%',
  'scale.175': '175%',
  'scale.200': '200%',
  'scale.80': '80%',
  'scale.90': '90%',
  'theme.contrast': '高对比度',
  'theme.contrast-dark': '高对比度（深色）',
}
