import { useParams } from 'wouter'
import { Link } from 'wouter'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { screens } from './screens.tsx'

/** Every screen and state in one place, for people who check words and for the tests. */
export function GalleryPage() {
  const { '*': name = '' } = useParams<{ '*': string }>()
  if (name === '') return <Index />
  const screen = screens.find((one) => one.name === name)
  return screen ? <div className="page">{screen.show()}</div> : <NotFound what="screen" />
}

function Index() {
  const groups = [...new Set(screens.map(({ group }) => group))]
  return (
    <div className="page">
      <PageHeading title="All screens">
        <p className="lead">
          Parts and states that take effort to reach, with made-up data. Every page itself is in the
          navigation above.
        </p>
      </PageHeading>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{group}</h2>
          <ul>
            {screens
              .filter((screen) => screen.group === group)
              .map(({ name, title }) => (
                <li key={name}>
                  <Link href={`/gallery/${name}`}>{title}</Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
