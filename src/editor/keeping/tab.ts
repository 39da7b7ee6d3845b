// What a tab remembers of itself over a reload: which document it had. The address names a built-in diagram where one is open.
import { ofTab } from '../storage'

const key = 'frieze.document'

export function tabDocument(): string | null {
  return ofTab.getItem(key)
}

export function rememberDocument(id: string) {
  ofTab.setItem(key, id)
}

/** So that a reload, a bookmark and a copied address lead to what is seen. */
export function showAddress(builtIn: string | undefined) {
  const url = new URL(location.href)
  url.hash = ''
  if (builtIn === undefined) url.searchParams.delete('diagram')
  else url.searchParams.set('diagram', builtIn)
  if (url.href !== location.href) history.replaceState(null, '', url)
}
