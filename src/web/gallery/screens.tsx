import type { ReactNode } from 'react'
import { programById } from '#programs'
import { RecordedCase } from '../apply/recorded-case.tsx'
import { SavedCase } from '../apply/saved-case.tsx'
import { CaseKeyForm } from '../apply/case-key-form.tsx'
import { AccountView } from '../ledger/account-page.tsx'
import { AccountList } from '../ledger/ledger-page.tsx'
import { Refused } from '../officer/case-actions.tsx'
import { CaseFilters } from '../officer/case-filters.tsx'
import { CaseTable } from '../officer/case-table.tsx'
import { SignInHelp } from '../officer/session-gate.tsx'
import { Checkpoint } from '../record/checkpoint.tsx'
import { EntryList } from '../record/entries.tsx'
import { ReceiptSteps } from '../record/receipt-steps.tsx'
import { ProblemAlert } from '../server/problem-alert.tsx'
import { ServerProblem } from '../server/client.ts'
import { Loading } from '../shell/loading.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { DecidedScreen, QuestionScreen } from './program-screens.tsx'
import * as sample from './sample-data.ts'

interface Screen {
  readonly name: string
  readonly group: string
  readonly title: string
  readonly show: () => ReactNode
}

const titled = (title: string, content: ReactNode): ReactNode => (
  <>
    <PageHeading title={title} kicker="All screens" />
    {content}
  </>
)
const screen = (group: string, name: string, title: string, content: () => ReactNode): Screen => ({
  ...{ group, name, title },
  show: () => titled(title, content()),
})

const nothing = (): void => undefined
const conflict = new ServerProblem(
  'case.version-conflict',
  409,
  'The case is at version 4; you sent version 3.',
)
const unreachable = new ServerProblem('web.no-server', 0, 'The server cannot be reached.')

const questionScreens = sample.questionNames.map(({ name, title }): Screen => ({
  ...{ group: 'Questions', name: `question-${name}`, title },
  show: () => <QuestionScreen program={programById('chip-exports')} name={name} />,
}))
const determinationScreens = sample.cases.map((one): Screen =>
  screen('Determinations', `determination-${one.name}`, one.title, () => (
    <DecidedScreen program={programById('chip-exports')} read={one.read} />
  )),
)

/** Every screen of the gallery, in order. */
export const screens: readonly Screen[] = [
  ...questionScreens,
  ...determinationScreens,
  screen('Keeping a case', 'saved', 'A case was saved', () => <SavedCase saved={sample.saved} />),
  screen('Keeping a case', 'recorded', 'A determination was recorded', () => (
    <RecordedCase recorded={sample.recorded} />
  )),
  screen('Keeping a case', 'case-key', 'The key of a saved case is asked for', () => (
    <CaseKeyForm id={sample.saved.id} onKey={nothing} />
  )),
  screen('Caps', 'accounts', 'Accounts', () => <AccountList accounts={sample.accounts} />),
  screen('Caps', 'no-accounts', 'No account yet', () => <AccountList accounts={[]} />),
  {
    ...{ group: 'Caps', name: 'account', title: 'One account' },
    show: () => <AccountView detail={sample.accountDetail} />,
  },
  screen('Record', 'checkpoint', 'State of the record', () => (
    <Checkpoint state={sample.recordState} />
  )),
  screen('Record', 'empty-record', 'Nothing recorded yet', () => (
    <Checkpoint state={sample.emptyRecord} />
  )),
  screen('Record', 'entries', 'Entries', () => (
    <EntryList entries={sample.entries} onMore={nothing} />
  )),
  screen('Record', 'receipt-good', 'A receipt that holds', () => (
    <ReceiptSteps checked={sample.goodReceipt} />
  )),
  screen('Record', 'receipt-bad', 'A receipt that does not hold', () => (
    <ReceiptSteps checked={sample.badReceipt} />
  )),
  screen('Officers', 'sign-in', 'Not signed in', () => <SignInHelp />),
  screen('Officers', 'queue', 'The queue', () => (
    <>
      <CaseFilters program="" status="" onChange={nothing} />
      <CaseTable cases={sample.queue} onMore={nothing} />
    </>
  )),
  screen('Officers', 'empty-queue', 'No case matches', () => <CaseTable cases={[]} />),
  screen('Officers', 'conflict', 'Someone else was faster', () => (
    <Refused error={conflict} onReload={nothing} />
  )),
  screen('Failures', 'no-server', 'The server cannot be reached', () => (
    <ProblemAlert title="Cannot show the accounts" error={unreachable} />
  )),
  screen('Failures', 'loading', 'Something takes a moment', () => <Loading what="the page" />),
]
