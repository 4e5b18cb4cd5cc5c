import type { RuleSet } from '../../src/kernel/rules/load.ts'
import type { TextRow } from '../../src/testing/differential/sql-rows.ts'
import type { Case, Country } from '../decide/thirteen.ts'
import { mulberry32 } from '../measure.ts'

/** The 13-condition rule as a person writes it in SQL, over the same tables. */
export interface HandWritten {
  readonly name: string
  readonly work: string
  readonly text: string
}

const countryColumns = 'country, tier, embargo, cap'

/** CREATE TABLE of the countries that the queries by hand join. */
export const countriesTable = (table: string, isClickhouse: boolean): string =>
  isClickhouse
    ? `CREATE TABLE ${table} (country String, tier Int8, embargo Bool, cap Int64) ENGINE = MergeTree ORDER BY country`
    : `CREATE TABLE ${table} (country VARCHAR PRIMARY KEY, tier INTEGER, embargo BOOLEAN, cap BIGINT)`

export const countryRows = (table: ReadonlyMap<string, Country>): readonly TextRow[] =>
  [...table].map(([country, { tier, embargo, cap }]) => [
    country,
    String(tier),
    String(embargo),
    String(cap),
  ])

/** Rows of the table of cases; with `unknown`, every third case is without one of its facts. */
export function caseRows(
  cases: readonly Case[],
  rules: RuleSet,
  unknown: boolean,
): readonly TextRow[] {
  const random = mulberry32(4)
  const names = rules.text.facts.map(({ name }) => name as keyof Case)
  return cases.map((one, index) => {
    const missing = unknown && index % 3 === 0 ? Math.floor(random() * names.length) : -1
    return [String(index), ...names.map((name, at) => (at === missing ? null : String(one[name])))]
  })
}

/** TPP ordered, in 64 bits; ClickHouse widens by itself, and its CAST takes no NULL. */
const ordered = (isClickhouse: boolean): string =>
  isClickhouse ? 'quantity * tpp' : 'CAST(quantity AS BIGINT) * tpp'

/** Outcome only, every fact known: one CASE over a join. */
export const plain = (cases: string, countries: string, isClickhouse: boolean): string => `
SELECT
  id,
  CASE
    WHEN embargo OR listed THEN 'denied'
    WHEN "use" = 'wmd' OR "use" = 'military' AND tier <> 1 THEN 'referred'
    WHEN tpp < 4800 AND hbm < 1400 THEN 'below'
    WHEN tier = 1 AND kyc AND share <= 25 THEN 'trusted'
    WHEN validated OR kyc AND score >= 60
      AND ${ordered(isClickhouse)} <= cap - used
      AND (used + ${ordered(isClickhouse)}) * 10 <= cap * 9 THEN 'approved'
    ELSE 'review'
  END AS outcome
FROM ${cases} JOIN (SELECT ${countryColumns} FROM ${countries}) AS countries USING (country)`

/**
 * Outcome, status and reason, facts may be NULL, values checked. By hand the three-valued logic of
 * SQL itself serves, since each outcome differs from the next: the first condition that is not
 * FALSE either decides or leaves the case open.
 */
export const whole = (cases: string, countries: string, isClickhouse: boolean): string => `
SELECT
  id,
  CASE step WHEN 1 THEN 'denied' WHEN 2 THEN 'referred' WHEN 3 THEN 'below'
    WHEN 4 THEN 'trusted' WHEN 5 THEN 'approved' WHEN 6 THEN 'review' END AS outcome,
  CASE step WHEN -1 THEN 4 WHEN 0 THEN 1 ELSE 0 END AS outcome_status,
  CASE step WHEN 1 THEN 32 WHEN 2 THEN 16 WHEN 3 THEN 8
    WHEN 4 THEN 4 WHEN 5 THEN 2 WHEN 6 THEN 1 ELSE 0 END AS outcome_reason
FROM (
  SELECT
    id,
    CASE
      WHEN refused THEN -1
      WHEN denied THEN 1 WHEN denied IS NULL THEN 0
      WHEN referred THEN 2 WHEN referred IS NULL THEN 0
      WHEN below THEN 3 WHEN below IS NULL THEN 0
      WHEN trusted THEN 4 WHEN trusted IS NULL THEN 0
      WHEN approved THEN 5 WHEN approved IS NULL THEN 0
      ELSE 6
    END AS step
  FROM (
    SELECT
      id,
      COALESCE(country IS NOT NULL AND member IS NULL OR "use" NOT IN ('civil', 'military', 'wmd')
        OR tpp NOT BETWEEN 0 AND 20000 OR quantity NOT BETWEEN 0 AND 20000 OR hbm NOT BETWEEN 0 AND 4000
        OR used NOT BETWEEN 0 AND 600000000 OR score NOT BETWEEN 0 AND 100
        OR share NOT BETWEEN 0 AND 100, FALSE) AS refused,
      embargo OR listed AS denied,
      "use" = 'wmd' OR "use" = 'military' AND tier <> 1 AS referred,
      tpp < 4800 AND hbm < 1400 AS below,
      tier = 1 AND kyc AND share <= 25 AS trusted,
      validated OR kyc AND score >= 60
        AND ${ordered(isClickhouse)} <= cap - used
        AND (used + ${ordered(isClickhouse)}) * 10 <= cap * 9 AS approved
    FROM ${cases} LEFT JOIN (SELECT country AS member, tier, embargo, cap FROM ${countries}) AS countries
      ON country = member
  ) AS conditions
) AS steps`
