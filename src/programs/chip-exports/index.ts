export { chipExports } from './program.ts'
