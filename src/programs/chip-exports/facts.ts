import { declareFacts } from '#rules'
import { conditionFacts, proposalFacts } from './facts/conditions.ts'
import { enforcementFacts } from './facts/enforcement.ts'
import { foundryFacts } from './facts/foundry.ts'
import { itemFacts } from './facts/item.ts'
import { partyFacts } from './facts/parties.ts'
import { verificationFacts } from './facts/verification.ts'

const {
  subjectToEar,
  transaction,
  itemKind,
  chip,
  quantity,
  chipsPerItem,
  otherFunction,
  ...specifications
} = itemFacts
const { destination, ...parties } = partyFacts
const { foundryOrOsat, ...presumption } = foundryFacts

/** Every fact, in the order in which an interview asks. */
export const { use: fact, declarations: factDeclarations } = declareFacts({
  subjectToEar,
  transaction,
  itemKind,
  chip,
  quantity,
  chipsPerItem,
  destination,
  ...parties,
  otherFunction,
  foundryOrOsat,
  ...specifications,
  ...presumption,
  ...conditionFacts,
  ...proposalFacts,
  ...verificationFacts,
  ...enforcementFacts,
})

/** Interview sections in order. */
export const groups = [
  { id: 'shipment', title: 'The shipment' },
  { id: 'item', title: 'The item' },
  { id: 'destination', title: 'The destination' },
  { id: 'parties', title: 'The parties' },
  { id: 'uses', title: 'End use and red flags' },
  { id: 'exceptions', title: 'License exceptions' },
  { id: 'review', title: 'License review' },
  { id: 'proposals', title: 'Conditions of proposals' },
  { id: 'verification', title: 'Findings of verification' },
  { id: 'enforcement', title: 'Enforcement and awards' },
]
