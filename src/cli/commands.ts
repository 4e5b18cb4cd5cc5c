import type { Command } from './command.ts'
import { adminLinkCommand } from './commands/admin-link.ts'
import { chipsCommand } from './commands/chips.ts'
import { classifyCommand } from './commands/classify.ts'
import { compareCommand } from './commands/compare.ts'
import { decideCommand, explainCommand } from './commands/decide.ts'
import { mcpCommand } from './commands/mcp.ts'
import { printCommand } from './commands/print.ts'
import { programsCommand } from './commands/programs.ts'
import { proveCommand } from './commands/prove.ts'
import { serveCommand } from './commands/serve.ts'
import { sqlCommand } from './commands/sql.ts'
import { verifyCommand } from './commands/verify.ts'
import { whatIfCommand } from './commands/whatif.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  programsCommand,
  printCommand,
  sqlCommand,
  decideCommand,
  explainCommand,
  compareCommand,
  whatIfCommand,
  proveCommand,
  chipsCommand,
  classifyCommand,
  verifyCommand,
  serveCommand,
  adminLinkCommand,
  mcpCommand,
]
