// The calendar behind a date field has the same years as the text in it.
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DayMonth } from './date-calendar.tsx'

test.each([
  ['en-GB', 'November 2026'],
  ['th-TH', 'พฤศจิกายน 2026'],
  ['fa-IR', 'نوامبر ۲۰۲۶'],
])('in %s a month is %s', (locale, month) => {
  const drawn = renderToStaticMarkup(
    <I18nProvider locale={locale}>
      <DayMonth label={month} day="2026-11-22" onChoose={() => undefined} />
    </I18nProvider>,
  )
  expect(drawn).toContain(`>${month}<`)
})
