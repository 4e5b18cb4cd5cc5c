import type { Command } from './command.ts'
import { adminLinkCommand } from './commands/admin-link.ts'
import { chipsCommand } from './commands/chips.ts'
import { classifyCommand } from './commands/classify.ts'
import { compareCommand } from './commands/compare.ts'
import { decideCommand, explainCommand } from './commands/decide.ts'
import { mcpCommand } from './commands/mcp.ts'
import { programsCommand } from './commands/programs.ts'
import { serveCommand } from './commands/serve.ts'
import { verifyCommand } from './commands/verify.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  programsCommand,
  decideCommand,
  explainCommand,
  compareCommand,
  chipsCommand,
  classifyCommand,
  verifyCommand,
  serveCommand,
  adminLinkCommand,
  mcpCommand,
]
