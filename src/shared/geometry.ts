// Plane geometry in page pixels, y downward. Knows nothing of diagrams.

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Point, Size {}
