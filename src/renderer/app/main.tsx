import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { config } from 'zod'
import '../ui/styles/index.css'
import { controlsLocale } from '../i18n/page-language.ts'
import { words } from '../i18n/words.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Root } from './root.tsx'
import { watchWindowErrors } from './window-errors.ts'

// Before any schema is made: our CSP forbids the `new Function` that zod otherwise probes for.
config({ jitless: true })
watchWindowErrors()

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no element #root')
createRoot(element).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      {/* The controls' own words and the direction of the arrow keys follow the page, not the system. */}
      <I18nProvider locale={controlsLocale}>
        <ErrorBoundary where="window">
          <Root />
        </ErrorBoundary>
      </I18nProvider>
    </I18nextProvider>
  </StrictMode>,
)
