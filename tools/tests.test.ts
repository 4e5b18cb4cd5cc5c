import { expect, test } from 'vitest'
import { countTests } from './tests.ts'

const counted = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2 }
const failedFile = { status: 'failed', assertionResults: [{}] }
const brokenFile = { status: 'failed', assertionResults: [] }

test('a file that does not load counts as one failed test', () => {
  expect(countTests({ ...counted, testResults: [failedFile, brokenFile] })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
  })
})
