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

const AboutPage = page(() => import('./program/about-page.tsx').then((module) => module.AboutPage))
const WorkedCasePage = page(() =>
  import('./program/worked-case-page.tsx').then((module) => module.WorkedCasePage),
)
const StartPage = page(() => import('./apply/start-page.tsx').then((module) => module.StartPage))
const QuestionPage = page(() =>
  import('./apply/question-page.tsx').then((module) => module.QuestionPage),
)
const DeterminationPage = page(() =>
  import('./determination/determination-page.tsx').then((module) => module.DeterminationPage),
)
const SavedCasePage = page(() =>
  import('./apply/saved-case-page.tsx').then((module) => module.SavedCasePage),
)
const ChipsPage = page(() =>
  import('./chip-exports/chips-page.tsx').then((module) => module.ChipsPage),
)
const LedgerPage = page(() =>
  import('./ledger/ledger-page.tsx').then((module) => module.LedgerPage),
)
const AccountPage = page(() =>
  import('./ledger/account-page.tsx').then((module) => module.AccountPage),
)
const RecordPage = page(() =>
  import('./record/record-page.tsx').then((module) => module.RecordPage),
)
const OfficerPage = page(() =>
  import('./officer/officer-page.tsx').then((module) => module.OfficerPage),
)
const OfficerCasePage = page(() =>
  import('./officer/officer-case-page.tsx').then((module) => module.OfficerCasePage),
)
const GalleryPage = page(() =>
  import('./gallery/gallery-page.tsx').then((module) => module.GalleryPage),
)

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
