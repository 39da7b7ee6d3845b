// What is said about editing, in Simplified Chinese.
import type { EditingStrings } from './en'

export const editing: EditingStrings = {
  'announce.copied': '已复制：{{count}}',
  'announce.pasted': '已插入：{{count}}',
  'arrival.about': '粘贴了一整张图，顶层有 {{count}} 个节点。',
  'arrival.insert': '作为分组插入',
  'arrival.open': '打开',
  'arrival.title': '打开“{{title}}”，还是插入？',
  'clipboard.denied': '浏览器不允许此页面读取剪贴板。请按 Ctrl+V 或 ⌘V。',
  'clipboard.empty': '剪贴板是空的。',
  'clipboard.name': '粘贴的内容',
  'clipboard.unknown': '其中没有可放入图中的内容：请复制节点、Frieze 文件或导出的 SVG。',
  'command.copy': '复制',
  'command.copyJson': '复制为 JSON',
  'command.copyPng': '复制为 PNG',
  'command.copySvg': '复制为 SVG',
  'command.cut': '剪切',
  'command.duplicate': '创建副本',
  'command.paste': '粘贴',
  'command.pasteAsText': '粘贴为标签',
  'notice.copied': '已复制：{{format}}',
  'reason.noPicture': '还没有图。',
  'reason.oneGraph': '所选内容分布在多个模块中；请选择同一模块内的节点。',
}
