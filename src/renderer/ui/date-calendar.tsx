import { GregorianCalendar, parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

interface DateCalendarProps {
  /** Of the field that the calendar belongs to. */
  readonly label: string
  /** `2026-11-22`, or empty. */
  readonly day: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onChoose: (day: string) => void
}

const first = parseDate('1900-01-01')
const gregorian = () => new GregorianCalendar()
const last = parseDate('2200-12-31')

/** A month to choose a day from, behind a button. */
export function DateCalendar({ label, day, isOpen, onOpenChange, onChoose }: DateCalendarProps) {
  const { t } = useTranslation('controls')
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="date-button" aria-label={t('day.calendar', { label })}>
        <Icon name="calendar" />
      </Button>
      <Popover className="popover popover-calendar" placement="bottom end">
        <Dialog className="calendar-dialog" aria-label={t('day.calendar', { label })}>
          <DayMonth
            label={label}
            day={day}
            onChoose={(chosen) => {
              onChoose(chosen)
              onOpenChange(false)
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** The days of one month, on the calendar that days are written on, whichever one the language of the page has. */
export function DayMonth({ label, day, onChoose }: Pick<DateCalendarProps, 'label' | 'day' | 'onChoose'>) {
  return (
    <Calendar
      autoFocus
      className="calendar"
      aria-label={label}
      value={day === '' ? null : parseDate(day)}
      minValue={first}
      maxValue={last}
      createCalendar={gregorian}
      onChange={(chosen) => onChoose(chosen.toString())}
    >
      <header className="calendar-head">
        <Button slot="previous" className="calendar-turn">
          <Icon name="back" />
        </Button>
        <CalendarHeading className="calendar-month" />
        <Button slot="next" className="calendar-turn">
          <Icon name="arrow" />
        </Button>
      </header>
      <CalendarGrid className="calendar-grid" weekdayStyle="short">
        <CalendarGridHeader>{(name) => <CalendarHeaderCell className="calendar-weekday">{name}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
