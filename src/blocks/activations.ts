// The activation functions by the names of the models' configurations, and how they are written in a diagram.
export const activations = ['gelu', 'quick gelu', 'relu', 'squared relu', 'silu', 'gelu tanh'] as const

const written: Readonly<Record<string, string>> = {
  gelu: 'GELU',
  'quick gelu': 'QuickGELU',
  relu: 'ReLU',
  'squared relu': 'ReLU²',
  silu: 'SiLU',
  'gelu tanh': 'GELU (tanh)',
}

export function writtenActivation(name: string): string {
  return written[name] ?? name
}
