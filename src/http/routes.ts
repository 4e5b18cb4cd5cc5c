/** Where an operation is reached. Members of the input come from path, query or body, by name. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: string
  /** 200 when absent. */
  readonly status?: 201
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
  record: get('/api/record'),
  checkpoint: { ...get('/api/record/checkpoint'), text: 'checkpoint' },
  'record-entries': get('/api/record/entries'),
  'record-receipt': get('/api/record/entries/{index}/receipt'),
  'record-consistency': get('/api/record/consistency'),
  health: get('/api/health'),
}

/** The names that a path takes from the address: `/api/cases/{id}` has `id`. */
export const pathMembers = ({ path }: Route): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
