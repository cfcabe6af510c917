import { Form, Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { complianceText, periodWords } from './compliance.text.ts'
import { type Period, periodKinds } from './period.rule.ts'

/** Day, week, month or term, one step back or on, or the period of any day; all of it in the address. */
export function PeriodSwitch({ period, day }: { period: Period; day: string }) {
  const t = useSay()
  const to = (kind: string, at: string) => `?${new URLSearchParams({ period: kind, day: at })}`
  return (
    <Form className={button.row}>
      {periodKinds.map(kind => (
        <Link
          key={kind}
          className={kind === period.kind ? button.primary : button.button}
          aria-current={kind === period.kind ? 'true' : undefined}
          to={to(kind, day)}
        >
          {t(periodWords[kind])}
        </Link>
      ))}
      <Link className={button.quiet} rel="prev" to={to(period.kind, period.before)}>
        ‹ {t(complianceText.before)}
      </Link>
      <span>{t(complianceText.weekOf, { from: period.from, to: period.to })}</span>
      <Link className={button.quiet} rel="next" to={to(period.kind, period.after)}>
        {t(complianceText.after)} ›
      </Link>
      <input type="hidden" name="period" value={period.kind} />
      <input
        key={day}
        type="date"
        name="day"
        defaultValue={day}
        aria-label={t(complianceText.period)}
        required
      />
      <button className={button.button}>{t(complianceText.show)}</button>
    </Form>
  )
}
