import { Link } from 'wouter'

/** Says what this is not, and where the rest is. */
export function Footer() {
  return (
    <footer className="site-footer">
      <div className="wide">
        <p>
          Proviso is open source software. It is not a government website, and what it shows is not
          legal advice.
        </p>
        <p>
          <Link href="/gallery">All screens</Link>
          {' · '}
          <a href="/api/openapi.json">API description</a>
        </p>
      </div>
    </footer>
  )
}
