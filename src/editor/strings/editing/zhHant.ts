// What is said about editing, in Traditional Chinese.
import type { EditingStrings } from './en'

export const editing: EditingStrings = {
  'announce.copied': '已複製：{{count}}',
  'announce.pasted': '已插入：{{count}}',
  'arrival.about': '貼上了一整張圖，頂層有 {{count}} 個節點。',
  'arrival.insert': '作為群組插入',
  'arrival.open': '開啟',
  'arrival.title': '開啟「{{title}}」，還是插入？',
  'clipboard.denied': '瀏覽器不允許此頁面讀取剪貼簿。請按 Ctrl+V 或 ⌘V。',
  'clipboard.empty': '剪貼簿是空的。',
  'clipboard.name': '貼上的內容',
  'clipboard.unknown': '其中沒有可放入圖中的內容：請複製節點、Frieze 檔案或匯出的 SVG。',
  'command.copy': '複製',
  'command.copyJson': '複製為 JSON',
  'command.copyPng': '複製為 PNG',
  'command.copySvg': '複製為 SVG',
  'command.cut': '剪下',
  'command.duplicate': '建立副本',
  'command.paste': '貼上',
  'command.pasteAsText': '貼上為標籤',
  'notice.copied': '已複製：{{format}}',
  'reason.noPicture': '還沒有圖。',
  'reason.oneGraph': '所選內容分布在多個模組中；請選擇同一模組內的節點。',
}
