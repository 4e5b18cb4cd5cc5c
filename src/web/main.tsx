import { createRoot } from 'react-dom/client'
import '@uswds/uswds/css/uswds.min.css'
import './styles/theme.css'
import './styles/base.css'
import './styles/uswds.css'
import './styles/shell.css'
import './styles/parts.css'
import './styles/case.css'
import './styles/stored.css'
import './styles/print.css'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
// The one place where the pages read the clock; the day is UTC, as on the server.
const today = new Date().toISOString().slice(0, 10)
createRoot(root).render(<App today={today} />)
