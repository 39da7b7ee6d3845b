// What is used of gifenc, which has no types of its own.
declare module 'gifenc' {
  export type Palette = number[][]

  export interface FrameOptions {
    readonly palette?: Palette
    /** Milliseconds. */
    readonly delay?: number
    readonly transparent?: boolean
    readonly transparentIndex?: number
    readonly dispose?: number
  }

  export interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options?: FrameOptions): void
    finish(): void
    bytes(): Uint8Array
  }

  export function GIFEncoder(): Encoder
  export function quantize(rgba: Uint8Array, most: number, options?: { readonly format?: 'rgb565' }): Palette
  export function applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array
}
