// Sets of port names, as the walks along the gradient compare them. Equal sets are mostly the same object: thousands of
// nodes have the same few.

export type Ports = ReadonlySet<string>

export const noPorts: Ports = new Set()

const known = new Map<string, Ports>()

export function portsOf(names: readonly string[]): Ports {
  if (!names.length) return noPorts
  const key = names.length === 1 ? names[0]! : names.toSorted().join()
  let ports = known.get(key)
  if (!ports) {
    if (known.size > 5000) known.clear()
    known.set(key, (ports = new Set(names)))
  }
  return ports
}

export function withPort(ports: Ports, port: string): Ports {
  return ports.has(port) ? ports : portsOf([...ports, port])
}

/** Equal for equal sets. */
export function portsKey(ports: Ports): string {
  return ports.size < 2 ? [...ports].join() : [...ports].sort().join()
}
