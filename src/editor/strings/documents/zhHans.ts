// What the interface says about documents, their past and their travels, in Simplified Chinese.
import type { en } from './en'

export const zhHans: Readonly<Record<keyof typeof en, string>> = {
  'keeping.copied': '文档已在另一个标签页中打开，这里的修改已另存为副本。',
  'keeping.download': '下载文本',
  'keeping.elsewhere': '此文档已在另一个标签页中打开。在这里修改会生成副本。',
  'keeping.failed': '浏览器无法保留最新的修改。请将文档保存为文件。',
  'keeping.full': '浏览器的存储空间已满。请将文档保存为文件，或从图库中移除文档。',
  'keeping.gone': '此文档已不在此浏览器中。',
  'keeping.none': '此浏览器不为本页面保留数据（是否为无痕窗口？）。需要保留的内容请保存为文件。',
  'keeping.notLetGo': '另一个标签页没有释放此文档。请关闭它，或直接在此修改（会生成副本）。',
  'keeping.takeOver': '在此编辑',
  'keeping.unread': '{{name}} 已保留，但此版本无法读取：{{problem}}',
  'recent.here': '在此打开',
  'recent.open': '已在另一个标签页中打开',
  'recent.published': '已发表的模型',
  'recent.remove': '移除 {{title}}',
  'recent.removed': '已移除 {{title}} 及其版本',
  'recent.title': '我的文档',
  'recent.unread': '无法读取',
}
