import type { Law, Program } from '#rules'
import { factsSchemaOf, htmlOf, lawBlocks, markdownOf } from '#rules'
import { Button } from '../shell/controls.tsx'
import { download, jsonText } from '../words/download.ts'

interface Props {
  readonly program: Program
  readonly law: Law
}

/** The same rules as files, and the command that prints them. */
export function LawDownloads({ program, law }: Props) {
  const { id, title, rules } = program
  const name = `${id}-rules-${law.asOf}`
  const { mode, asOf } = law
  return (
    <section aria-labelledby="keep" className="no-print">
      <h2 id="keep">Keep it</h2>
      <p className="actions">
        <Button
          type="button"
          outline
          onClick={() => download(`${name}.md`, markdownOf(lawBlocks(law)), 'text/markdown')}
        >
          Download as Markdown
        </Button>
        <Button
          type="button"
          outline
          onClick={() =>
            download(`${name}.html`, htmlOf(`${title}: rules`, lawBlocks(law)), 'text/html')
          }
        >
          Download as HTML
        </Button>
        <Button
          type="button"
          outline
          onClick={() =>
            download(
              `${id}-facts.schema.json`,
              jsonText(factsSchemaOf(rules, title)),
              'application/schema+json',
            )
          }
        >
          Download the schema of the facts
        </Button>
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      </p>
      <p className="small">
        From the command line; the rules have the digest{' '}
        <code className="digest">{rules.hash}</code>:
      </p>
      <pre tabIndex={0} aria-label="Command">
        npx proviso print {id} --as-of {asOf} --mode {mode}
      </pre>
    </section>
  )
}
