import { Link, useRoute } from 'wouter'

const destinations = [
  { path: '/', label: 'Programs', under: '/programs/*?' },
  { path: '/chips', label: 'Chips', under: '/chips/*?' },
  { path: '/ledger', label: 'Caps', under: '/ledger/*?' },
  { path: '/record', label: 'Record', under: '/record/*?' },
  { path: '/officer', label: 'Officers', under: '/officer/*?' },
] as const

/** The name of the product and the ways to every page. */
export function Header() {
  return (
    <header className="site-header">
      <div className="wide site-header-row">
        <Link href="/" className="brand" aria-label="Proviso, home">
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <path d="M10 26V6h8a6.5 6.5 0 0 1 0 13h-4" className="brand-letter" />
            <path d="m17 25 3 3 6-6.500" className="brand-tick" />
          </svg>
          Proviso
        </Link>
        <nav aria-label="Main">
          <ul>
            {destinations.map((destination) => (
              <li key={destination.path}>
                <Destination {...destination} />
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Destination({ path, label, under }: (typeof destinations)[number]) {
  const [isExact] = useRoute(path)
  const [isUnder] = useRoute(under)
  const current = isExact ? 'page' : isUnder ? true : undefined
  return (
    <Link href={path} aria-current={current}>
      {label}
    </Link>
  )
}
