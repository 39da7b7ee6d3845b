// Sets of port names, as the walks along the gradient compare them.

export type Ports = ReadonlySet<string>

export const noPorts: Ports = new Set()

/** Equal for equal sets. */
export function portsKey(ports: Ports): string {
  return ports.size < 2 ? [...ports].join() : [...ports].sort().join()
}
