import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { HomePage } from './home/home-page.tsx'
import { EnvironmentContext } from './shell/environment.ts'
import { ErrorBoundary } from './shell/error-boundary.tsx'
import { Footer } from './shell/footer.tsx'
import { Header } from './shell/header.tsx'
import { Loading } from './shell/loading.tsx'
import { NotFound } from './shell/not-found.tsx'

/** A page whose script is fetched when it is first visited. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))

const AboutPage = page(async () => (await import('./program/about-page.tsx')).AboutPage)
const WorkedCasePage = page(
  async () => (await import('./program/worked-case-page.tsx')).WorkedCasePage,
)
const StartPage = page(async () => (await import('./apply/start-page.tsx')).StartPage)
const QuestionPage = page(async () => (await import('./apply/question-page.tsx')).QuestionPage)
const DeterminationPage = page(
  async () => (await import('./determination/determination-page.tsx')).DeterminationPage,
)
const SavedCasePage = page(async () => (await import('./apply/saved-case-page.tsx')).SavedCasePage)
const ChipsPage = page(async () => (await import('./chip-exports/chips-page.tsx')).ChipsPage)
const LedgerPage = page(async () => (await import('./ledger/ledger-page.tsx')).LedgerPage)
const AccountPage = page(async () => (await import('./ledger/account-page.tsx')).AccountPage)
const RecordPage = page(async () => (await import('./record/record-page.tsx')).RecordPage)
const OfficerPage = page(async () => (await import('./officer/officer-page.tsx')).OfficerPage)
const OfficerCasePage = page(
  async () => (await import('./officer/officer-case-page.tsx')).OfficerCasePage,
)
const GalleryPage = page(async () => (await import('./gallery/gallery-page.tsx')).GalleryPage)

function Routes() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/programs">
        <Redirect to="/" replace />
      </Route>
      <Route path="/programs/:program" component={AboutPage} />
      <Route path="/programs/:program/cases/:case" component={WorkedCasePage} />
      <Route path="/programs/:program/apply" component={StartPage} />
      <Route path="/programs/:program/apply/:name" component={QuestionPage} />
      <Route path="/programs/:program/determination" component={DeterminationPage} />
      <Route path="/cases/:case" component={SavedCasePage} />
      <Route path="/chips" component={ChipsPage} />
      <Route path="/ledger" component={LedgerPage} />
      <Route path="/ledger/*" component={AccountPage} />
      <Route path="/record" component={RecordPage} />
      <Route path="/officer" component={OfficerPage} />
      <Route path="/officer/:case" component={OfficerCasePage} />
      <Route path="/gallery/*?" component={GalleryPage} />
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

/** All pages, in their frame. */
export function App({ today }: { readonly today: string }) {
  const [location] = useLocation()
  return (
    <EnvironmentContext value={{ today }}>
      <a className="skip-link" href="#content">
        Skip to main content
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <ErrorBoundary place={location}>
          <Suspense fallback={<Loading what="the page" />}>
            <Routes />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
    </EnvironmentContext>
  )
}
