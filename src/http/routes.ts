/** Where an operation is reached. Members of the input come from path, query or body, by name. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: string
  /** 200 when absent. */
  readonly status?: 200 | 201
  /** Headers that state a member of the input. */
  readonly headers?: Readonly<Record<string, string>>
  /** The member of the output that is the whole answer, sent as plain text. */
  readonly text?: string
}

const get = (path: string): Route => ({ method: 'GET', path })
const post = (path: string): Route => ({ method: 'POST', path })

/** The route of each operation by name. An operation without one is for commands and tools only. */
export const routes: Readonly<Record<string, Route>> = {
  programs: get('/api/programs'),
  program: get('/api/programs/{program}'),
  decide: post('/api/programs/{program}/decide'),
  interview: post('/api/programs/{program}/interview'),
  compare: post('/api/programs/{program}/compare'),
  chips: get('/api/chips'),
  classify: post('/api/chips/classify'),
  'case-create': { ...post('/api/cases'), status: 201 },
  'case-list': get('/api/cases'),
  'case-read': get('/api/cases/{id}'),
  'case-save-facts': { method: 'PUT', path: '/api/cases/{id}/facts' },
  'case-decide': {
    ...post('/api/cases/{id}/decide'),
    headers: { 'Idempotency-Key': 'idempotencyKey' },
  },
  'case-settle': post('/api/cases/{id}/settle'),
  'case-release': post('/api/cases/{id}/release'),
  'ledger-accounts': get('/api/ledger/accounts'),
  'ledger-account': get('/api/ledger/accounts/{key}'),
  record: get('/api/record'),
  checkpoint: { ...get('/api/record/checkpoint'), text: 'checkpoint' },
  'record-entries': get('/api/record/entries'),
  'record-receipt': get('/api/record/entries/{index}/receipt'),
  'record-consistency': get('/api/record/consistency'),
  session: get('/api/session'),
  'sign-out': { method: 'DELETE', path: '/api/session' },
  'key-create': { ...post('/api/keys'), status: 201 },
  'key-list': get('/api/keys'),
  'key-revoke': { method: 'DELETE', path: '/api/keys/{id}' },
  health: get('/api/health'),
}

/** The names that a path takes from the address: `/api/cases/{id}` has `id`. */
export const pathMembers = ({ path }: Route): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
