export function buildWebIfStale(root: string): { built: boolean; output: string }
