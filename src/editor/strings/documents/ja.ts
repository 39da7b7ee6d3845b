// What the interface says about documents, their past and their travels, in Japanese.
import type { en } from './en'

export const ja: Readonly<Record<keyof typeof en, string>> = {
  'keeping.copied': '別のタブで開いているため、コピーとして保存しました。',
  'keeping.download': 'テキストをダウンロード',
  'keeping.elsewhere': 'この文書は別のタブで開いています。ここでの編集はコピーになります。',
  'keeping.failed': 'ブラウザーが最新の変更を保持できませんでした。ファイルに保存してください。',
  'keeping.full': 'ブラウザーの保存領域がいっぱいです。ファイルに保存するか、ギャラリーから文書を削除してください。',
  'keeping.gone': 'この文書はもうこのブラウザーにありません。',
  'keeping.none':
    'このブラウザーはこのページのデータを保持しません（プライベートウィンドウ？）。残したいものはファイルに保存してください。',
  'keeping.notLetGo': '別のタブが文書を手放しません。そのタブを閉じるか、ここで編集してください（コピーになります）。',
  'keeping.takeOver': 'ここで編集',
  'keeping.unread': '{{name}} は保持されていますが、このバージョンでは読み込めません：{{problem}}',
  'recent.here': 'このタブで開いています',
  'recent.open': '別のタブで開いています',
  'recent.published': '発表済みのモデル',
  'recent.remove': '{{title}} を削除',
  'recent.removed': '{{title}} とそのバージョンを削除しました',
  'recent.title': '自分の文書',
  'recent.unread': '読み込めません',
}
