// Files of packages, as exporters ask for them: they lie in node_modules, beside this program or above it.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { LoadAsset } from '../exporters/exporter'

const require = createRequire(import.meta.url)
const folders = new Map<string, string>()

export const loadAsset: LoadAsset = async (path) => {
  const [, name = '', file = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? []
  return readFile(join(folderOf(name), file))
}

/** Not `require.resolve` of the file itself: many packages let nobody see what they do not export. */
function folderOf(name: string): string {
  let folder = folders.get(name)
  if (folder === undefined) folders.set(name, (folder = findFolder(name)))
  return folder
}

function findFolder(name: string): string {
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = join(base, name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  throw new Error(`the package ${name} is not installed`)
}
