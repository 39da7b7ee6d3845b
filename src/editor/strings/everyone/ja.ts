// What makes the editor everyone's, in Japanese: sizes, contrast, small screens, touch, hints and explanations.
import type { everyone as English } from './en'

export const everyone: Record<keyof typeof English, string> = {
  'announce.nothingSelected': '何も選択していません',
  'announce.redone': 'やり直しました：{{what}}',
  'announce.scale': '画面の大きさ：{{percent}} %',
  'announce.selectedOne': '選択：{{name}}',
  'announce.undone': '元に戻しました：{{what}}',
  'command.scaleDown': '画面を小さくする',
  'command.scaleUp': '画面を大きくする',
  'inspector.scratch': 'ゼロから',
  'menu.more': 'その他',
  'menu.scale': '画面の大きさ',
  'panel.close': 'パネルを閉じる',
  'reason.largest': 'これ以上大きくできません',
  'reason.smallest': 'これ以上小さくできません',
  'scale.100': '100 %',
  'scale.110': '110 %',
  'scale.125': '125 %',
  'scale.150': '150 %',
  'scale.175': '175 %',
  'scale.200': '200 %',
  'scale.80': '80 %',
  'scale.90': '90 %',
  'theme.contrast': 'ハイコントラスト',
  'theme.contrast-dark': 'ハイコントラスト（暗い）',
}
