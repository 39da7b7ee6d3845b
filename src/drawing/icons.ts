// Icons as path data with absolute coordinates, drawn in a square of 24 whose corner and size the caller names. Flame,
// lock, pin and chevrons follow Lucide (ISC licence); arcs are written as cubic curves.

import { placePath } from './path'
import type { PathPrimitive } from './primitives'

const flamePath =
  'M8.5 14.5C9.881 14.5 11 13.381 11 12C11 10.62 10.5 10 10 9C8.93 6.86 9.78 4.95 12 3C12.5 5.5 14 7.9 16 9.5C18 11.1 19 13 19 15C19 18.866 15.866 22 12 22C8.134 22 5 18.866 5 15C5 13.85 5.43 12.71 6 12C6 13.381 7.119 14.5 8.5 14.5Z'
const lockPath =
  'M7 11L7 7C7 4.239 9.239 2 12 2C14.761 2 17 4.239 17 7L17 11M5 11L19 11C20.105 11 21 11.895 21 13L21 20C21 21.105 20.105 22 19 22L5 22C3.895 22 3 21.105 3 20L3 13C3 11.895 3.895 11 5 11Z'
const pinPath =
  'M12 17L12 22M9 10.76C9 11.519 8.57 12.212 7.89 12.55L6.11 13.45C5.43 13.788 5 14.481 5 15.24L5 16C5 16.552 5.448 17 6 17L18 17C18.552 17 19 16.552 19 16L19 15.24C19 14.481 18.57 13.788 17.89 13.45L16.11 12.55C15.43 12.212 15 11.519 15 10.76L15 7C15 6.448 15.448 6 16 6C17.105 6 18 5.105 18 4C18 2.895 17.105 2 16 2L8 2C6.895 2 6 2.895 6 4C6 5.105 6.895 6 8 6C8.552 6 9 6.448 9 7Z'
const chevronPaths = {
  down: 'M6 9L12 15L18 9',
  up: 'M18 15L12 9L6 15',
  right: 'M9 18L15 12L9 6',
  left: 'M15 18L9 12L15 6',
} as const

/** Every icon fills the square of `size` whose upper left corner is `x`, `y`. */
export function flame(x: number, y: number, size: number, colour: string): PathPrimitive[] {
  return [stroked(flamePath, x, y, size, colour)]
}

export function lock(x: number, y: number, size: number, colour: string): PathPrimitive[] {
  return [stroked(lockPath, x, y, size, colour)]
}

export function pin(x: number, y: number, size: number, colour: string): PathPrimitive[] {
  return [stroked(pinPath, x, y, size, colour)]
}

export type ChevronDirection = keyof typeof chevronPaths

export function chevron(
  direction: ChevronDirection,
  x: number,
  y: number,
  size: number,
  colour: string,
): PathPrimitive[] {
  return [stroked(chevronPaths[direction], x, y, size, colour)]
}

export function snowflake(x: number, y: number, size: number, colour: string): PathPrimitive[] {
  return [stroked(snowflakePath, x, y, size, colour)]
}

const snowflakePath = drawSnowflake()

/** Six arms, each with two twigs. */
function drawSnowflake(): string {
  const reach = 32 / 3
  const parts: string[] = []
  for (let arm = 0; arm < 6; arm++) {
    const angle = (arm * Math.PI) / 3
    const at = (along: number, across: number): string => {
      const px = 12 + reach * (along * Math.sin(angle) + across * Math.cos(angle))
      const py = 12 - reach * (along * Math.cos(angle) - across * Math.sin(angle))
      return `${px.toFixed(3)} ${py.toFixed(3)}`
    }
    parts.push(`M${at(0, 0)}L${at(1, 0)}`, `M${at(0.91, -0.225)}L${at(0.55, 0)}L${at(0.91, 0.225)}`)
  }
  return parts.join('')
}

function stroked(d: string, x: number, y: number, size: number, colour: string): PathPrimitive {
  return {
    kind: 'path',
    d: placePath(d, x, y, size / 24),
    fill: 'none',
    stroke: colour,
    strokeWidth: size / 12,
    cap: 'round',
    join: 'round',
  }
}
