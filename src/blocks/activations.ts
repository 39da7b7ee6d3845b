// The activation functions by the names of the models' configurations.
export const activations = ['gelu', 'quick gelu', 'relu', 'squared relu', 'silu', 'gelu tanh'] as const
