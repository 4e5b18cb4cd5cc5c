import type { Population } from '../kernel/interpret/population/population.ts'

/** An invented population of the lake permit, with each kind of distribution and one evasion. */
export const lakePopulation: Population = {
  about: 'Boats that nobody has',
  columns: [
    {
      fact: 'zone',
      as: { kind: 'weights', of: { north: 6, south: 3, marsh: 1 } },
      unknown: 0.1,
      source: 'assumed',
    },
    {
      fact: 'length',
      as: {
        kind: 'quantiles',
        at: [
          [0, 2],
          [0.5, 6],
          [1, 40],
        ],
      },
      source: 'assumed',
    },
    {
      fact: 'fleet',
      as: {
        kind: 'by',
        column: 'zone',
        of: { marsh: { kind: 'always', value: 1 } },
        otherwise: { kind: 'uniform', min: 1, max: 4 },
      },
      source: 'assumed',
    },
    { fact: 'motor', as: { kind: 'chance', of: 0.7 }, source: 'assumed' },
    {
      fact: 'rescue',
      as: {
        kind: 'sameAs',
        column: 'motor',
        share: 0.25,
        otherwise: { kind: 'always', value: false },
      },
      source: 'assumed',
    },
    {
      relation: 'owners',
      rows: {
        counts: { 0: 1, 1: 6, 2: 3 },
        fields: {
          share: { kind: 'uniform', min: 1, max: 50 },
          banned: { kind: 'chance', of: 0.05 },
        },
      },
      unknown: 0.02,
      source: 'assumed',
    },
  ],
  parties: [
    { name: 'captain', count: 500, source: 'assumed' },
    { name: 'harbor', count: 20, source: 'assumed' },
  ],
  patterns: [
    {
      name: 'split-fleet',
      title: 'A fleet split into small ones',
      about: 'One captain sails as many, each fleet just short enough',
      source: 'invented',
      share: 0.02,
      groupSize: [5, 9],
      shared: { zone: { kind: 'weights', of: { north: 1, south: 1 } } },
      each: {
        length: {
          kind: 'below',
          column: 'zone',
          of: { north: 30, south: 29 },
          short: 0.5,
          otherwise: { kind: 'unknown' },
        },
        fleet: { kind: 'always', value: 1 },
      },
      relations: {
        owners: { counts: { 2: 1 }, fields: { share: { kind: 'uniform', min: 24, max: 24.99 } } },
      },
      sharedParties: ['harbor'],
    },
  ],
}
