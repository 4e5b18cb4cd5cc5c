export function nodeProblem(root: string, version?: string): string | undefined
export function isInstalled(root: string): boolean
export function install(folder: string): number
export function ready(root: string): string | undefined
