import type { Program } from '../kernel/pure.ts'
import { lakePopulation } from './lake-population.ts'
import { lakeProgram } from './lake-program.ts'

/** The lake permit with invented boats, for comparisons over a population. */
export const lakeAnalysis: Program = {
  ...lakeProgram,
  population: lakePopulation,
  analysis: {
    measures: ['totalLength'],
    dimensions: ['zone'],
    opening: { baseline: 'text', reform: 'proposal:marsh', parameters: { marshLimit: '5' } },
    ranges: { marshLimit: { least: '0', most: '50' } },
    equivalents: [{ unit: 'm', amount: '2.5', title: 'dinghies' }],
  },
}
