// What a tab remembers of itself over a reload: which document it had. The address names a built-in diagram where one is open.

const key = 'frieze.document'

export function tabDocument(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

export function rememberDocument(id: string) {
  try {
    sessionStorage.setItem(key, id)
  } catch {
    // A browser that keeps nothing opens what the address names.
  }
}

/** So that a reload, a bookmark and a copied address lead to what is seen. */
export function showAddress(builtIn: string | undefined) {
  const url = new URL(location.href)
  url.hash = ''
  if (builtIn === undefined) url.searchParams.delete('diagram')
  else url.searchParams.set('diagram', builtIn)
  if (url.href !== location.href) history.replaceState(null, '', url)
}
