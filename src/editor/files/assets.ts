// Files of packages, as exporters ask for them. The build puts them beside the page; each is fetched when it is needed.
import type { LoadAsset } from '../../exporters/exporter'

const urls: Readonly<Record<string, string>> = import.meta.glob<string>(
  [
    '/node_modules/@fontsource/{arimo,noto-sans-math,noto-sans-jp,noto-sans-sc,noto-sans-tc}/files/*-{400,700}-normal.woff',
    '/node_modules/@fontsource/{arimo,noto-sans-math,noto-sans-jp,noto-sans-sc,noto-sans-tc}/unicode.json',
    '/node_modules/@resvg/resvg-wasm/index_bg.wasm',
    '/node_modules/@jsquash/webp/codec/enc/webp_enc.wasm',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
)

export const loadAsset: LoadAsset = async (path) => {
  const response = await fetch(assetUrl(path))
  if (!response.ok) throw new Error(`${path} cannot be loaded (${response.status})`)
  return new Uint8Array(await response.arrayBuffer())
}

/** Where the build has put it. */
export function assetUrl(path: string): string {
  const url = urls[`/node_modules/${path}`]
  if (url === undefined) throw new Error(`the build has no ${path}`)
  return url
}
