import { z } from 'zod'

/** Parts of inputs that several operations share. Values of facts are checked by the rules. */
export const programId = z
  .string()
  .min(1)
  .max(100)
  .meta({
    description: 'Id of a program',
    examples: ['chip-exports'],
  })
export const facts = z.record(z.string(), z.unknown()).meta({
  description:
    'Facts by name: a value, or {"unknown": "notAsked" | "declined" | "unverified" | "unavailable"}, or left out',
})
export const asOf = z
  .string()
  .max(20)
  .meta({
    description: 'The day whose law applies, YYYY-MM-DD; today (UTC) when left out',
    examples: ['2026-11-23'],
  })
export const mode = z
  .string()
  .max(100)
  .meta({
    description: 'How the law is read: "text", "enforced" or "proposal:NAME"',
    examples: ['text'],
  })
export const parameters = z.record(z.string(), z.unknown()).meta({
  description: 'Values assumed for parameters by name; the answer shows them',
})
/** What every question about a case says of the law to apply. */
export const reading = {
  asOf: asOf.optional(),
  mode: mode.default('text'),
  parameters: parameters.optional(),
}
