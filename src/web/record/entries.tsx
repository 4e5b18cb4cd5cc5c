import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../shell/controls.tsx'
import { useState } from 'react'
import { ask, withQuery } from '../server/client.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import type { Page, RecordEntry } from '../server/types.ts'
import { Loading } from '../shell/loading.tsx'
import { download, jsonText } from '../words/download.ts'
import { timeWords } from '../words/times.ts'
import { entryWords } from './entry-words.ts'

/** Recorded entries, newest first, each with its receipt. */
export function Entries() {
  const query = useInfiniteQuery({
    queryKey: ['entries'],
    initialPageParam: undefined as string | number | undefined,
    queryFn: ({ pageParam }) =>
      ask<Page<'entries', RecordEntry>>(
        withQuery('/api/record/entries', { order: 'newest', limit: 20, cursor: pageParam }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  if (query.isPending) return <Loading what="the entries" />
  if (query.isError) return <ProblemAlert title="Cannot show the entries" error={query.error} />
  const more = query.hasNextPage ? { onMore: () => void query.fetchNextPage() } : {}
  return <EntryList entries={query.data.pages.flatMap(({ entries }) => entries)} {...more} />
}

interface ListProps {
  readonly entries: readonly RecordEntry[]
  readonly onMore?: () => void
}

/** Entries as a list with ways to open and to keep each. */
export function EntryList({ entries, onMore }: ListProps) {
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">Entries</h2>
      <ol className="entries" reversed>
        {entries.map((entry) => (
          <li key={entry.index} value={entry.index}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {onMore ? (
        <Button type="button" outline onClick={onMore}>
          Show older entries
        </Button>
      ) : null}
    </section>
  )
}

function Entry({ entry }: { readonly entry: RecordEntry }) {
  const [error, setError] = useState<unknown>()
  const { title, statement } = entryWords(entry.entry)
  const keep = (): void => {
    ask<unknown>(`/api/record/entries/${entry.index}/receipt`).then((receipt) => {
      download(`receipt-${entry.index}.json`, jsonText(receipt), 'application/json')
    }, setError)
  }
  return (
    <>
      <p className="entry-line">
        <strong>{title}</strong>
        <span className="quiet">{timeWords(entry.recordedAt)}</span>
        <Button type="button" unstyled onClick={keep}>
          Receipt<span className="visually-hidden"> of entry {entry.index}</span>
        </Button>
      </p>
      {statement === '' ? null : <p className="entry-statement">{statement}</p>}
      {error === undefined ? null : <ProblemAlert title="No receipt" error={error} />}
      <details className="more">
        <summary>What is recorded</summary>
        <pre tabIndex={0} aria-label={`Entry ${entry.index}`}>
          {jsonText(entry.entry)}
        </pre>
      </details>
    </>
  )
}
