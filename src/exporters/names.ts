// Names for formats that allow few signs in them.

/** In ASCII letters, digits, `_` and `joint`; the same path has the same name, another path another. */
export function createNames(joint: '-' | '_', reserved: ReadonlySet<string> = new Set()): (path: string) => string {
  const known = new Map<string, string>()
  const taken = new Set(reserved)
  return (path) => {
    const found = known.get(path)
    if (found !== undefined) return found
    const plain = path.replace(/[^A-Za-z0-9_]/gu, (sign) =>
      sign === '/' || sign === '-' ? joint : `u${sign.codePointAt(0)!.toString(16)}`,
    )
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}${joint}${n}`
    taken.add(name.toLowerCase())
    known.set(path, name)
    return name
  }
}
