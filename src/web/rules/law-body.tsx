import type { Law, LawSection } from '#rules'
import {
  factBlocks,
  howToRead,
  instrumentBlocks,
  listBlocks,
  parameterBlocks,
  sectionBlocks,
  tableBlocks,
} from '#rules'
import type { ReactNode } from 'react'
import { memo } from 'react'
import { Blocks } from './blocks.tsx'

interface Props {
  readonly law: Law
  /** The sections to show: all, or those that a search has found. */
  readonly sections: readonly LawSection[]
  readonly isWhole: boolean
}

/** The printed law: how to read it, contents, sections, and what the sections speak of. */
export const LawBody = memo(function LawBody({ law, sections, isWhole }: Props) {
  return (
    <div className="law">
      {isWhole ? <Guide /> : null}
      <Contents sections={sections} />
      {sections.map((section) => (
        <section key={section.definition} aria-labelledby={section.anchor}>
          <Blocks blocks={sectionBlocks(section)} />
        </section>
      ))}
      <h2>What the sections speak of</h2>
      <Part title="Numbers that the law sets">
        <Blocks blocks={parameterBlocks(law.parameters).slice(1)} />
      </Part>
      <Part title="Facts">
        <Blocks blocks={factBlocks(law.groups).slice(1)} />
      </Part>
      {law.tables.map((table) => (
        <Part key={table.anchor} title={table.title}>
          <Blocks blocks={tableBlocks(table)} />
        </Part>
      ))}
      <Part title="Lists of values">
        <Blocks blocks={listBlocks(law.lists).slice(1)} />
      </Part>
      <Part title="Instruments">
        <Blocks blocks={instrumentBlocks(law.instruments).slice(1)} />
      </Part>
    </div>
  )
})

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="more">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Guide() {
  return (
    <details className="more">
      <summary>How to read these sentences</summary>
      <ul>
        {howToRead.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function Contents({ sections }: { readonly sections: readonly LawSection[] }) {
  return (
    <details className="more" open={sections.length <= 12 && sections.length > 0}>
      <summary>Contents</summary>
      <ul className="law-contents">
        {sections.map(({ number, title, anchor, role }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>
              § {number} {title}
            </a>
            {role === 'outcome' ? <span className="tag">Outcome</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
