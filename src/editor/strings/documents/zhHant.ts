// What the interface says about documents, their past and their travels, in Traditional Chinese.
import type { en } from './en'

export const zhHant: Readonly<Record<keyof typeof en, string>> = {
  'keeping.copied': '文件已在另一個分頁中開啟，這裡的修改已另存為副本。',
  'keeping.download': '下載文字',
  'keeping.elsewhere': '此文件已在另一個分頁中開啟。在這裡修改會產生副本。',
  'keeping.failed': '瀏覽器無法保留最新的修改。請將文件儲存為檔案。',
  'keeping.full': '瀏覽器的儲存空間已滿。請將文件儲存為檔案，或從圖庫中移除文件。',
  'keeping.gone': '此文件已不在此瀏覽器中。',
  'keeping.none': '此瀏覽器不為本頁面保留資料（是否為私密視窗？）。需要保留的內容請儲存為檔案。',
  'keeping.notLetGo': '另一個分頁沒有釋放此文件。請關閉它，或直接在此修改（會產生副本）。',
  'keeping.takeOver': '在此編輯',
  'keeping.unread': '{{name}} 已保留，但此版本無法讀取：{{problem}}',
  'recent.here': '在此開啟',
  'recent.open': '已在另一個分頁中開啟',
  'recent.published': '已發表的模型',
  'recent.remove': '移除 {{title}}',
  'recent.removed': '已移除 {{title}} 及其版本',
  'recent.title': '我的文件',
  'recent.unread': '無法讀取',
}
