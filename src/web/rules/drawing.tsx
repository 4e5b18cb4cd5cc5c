import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Loading } from '../shell/loading.tsx'
import { drawGraph } from './draw.ts'

interface Props {
  /** The graph in the DOT language; its nodes link to addresses of these pages. */
  readonly dot: string
  readonly title: string
  /** The node that is marked and brought into view. */
  readonly chosen: string
}

type State = 'drawing' | 'drawn' | 'failed'

/** A graph as a drawing that scrolls on its own; a click on a node follows its link in place. */
export function Drawing({ dot, title, chosen }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const [, navigate] = useLocation()
  const [done, setDone] = useState<{ readonly dot: string; readonly state: State }>()
  const state = done?.dot === dot ? done.state : 'drawing'
  useEffect(() => {
    const abort = new AbortController()
    drawGraph(dot, abort.signal).then(
      (svg) => {
        if (abort.signal.aborted) return
        svg.removeAttribute('width')
        svg.removeAttribute('height')
        svg.style.width = `${svg.viewBox.baseVal.width}px`
        holder.current?.replaceChildren(svg)
        svg.getElementById(`node-${chosen}`)?.setAttribute('data-chosen', '')
        setDone({ dot, state: 'drawn' })
      },
      () => setDone({ dot, state: 'failed' }),
    )
    return () => abort.abort()
  }, [dot, chosen])
  useEffect(() => {
    if (state === 'drawn') center(holder.current)
  }, [state, dot])
  const follow = (event: React.MouseEvent): void => {
    const link = (event.target as Element).closest('a')
    const target = link?.getAttribute('href') ?? ''
    if (target === '' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    navigate(target)
  }
  return (
    <figure className="drawing card">
      {state === 'drawing' ? <Loading what="the drawing" /> : null}
      {state === 'failed' ? (
        <p>The drawing cannot be made in this browser. The table below says the same.</p>
      ) : null}
      <div
        ref={holder}
        className="drawing-holder"
        role="region"
        aria-label={title}
        tabIndex={0}
        hidden={state !== 'drawn'}
        onClick={follow}
      />
      <figcaption className="quiet small">
        An arrow leads from what is read to what reads it. Thickest border: the outcome; thick:
        shown with every determination; thin: a step on the way; folded corner: a fact; dashed: a
        number the law sets; cylinder: a table. Choose a conclusion to see what it rests on.
      </figcaption>
    </figure>
  )
}

/** Scrolls the drawing, not the page, until the chosen node is in its middle. */
function center(holder: HTMLElement | null): void {
  const node = holder?.querySelector('[data-chosen]')?.getBoundingClientRect()
  if (!holder || !node) return
  const { left, top, width, height } = holder.getBoundingClientRect()
  holder.scrollLeft += node.left + node.width / 2 - left - width / 2
  holder.scrollTop += node.top + node.height / 2 - top - height / 2
}
