import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Day } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field } from '#app/ui/field.tsx'
import { Status } from '#app/ui/status.tsx'
import styles from './coverage.module.css'
import { coverageText } from './coverage.text.ts'
import type { ProgramRule } from './program.rule.ts'

/** As of when and by which rule: on every page of the plan. */
export function AsOfLine({ asOf, rule }: { asOf: Day; rule: ProgramRule }) {
  const t = useSay()
  return (
    <>
      {t(coverageText.asOf, { asOf })}
      {' · '}
      {rule.unitCode !== '' && `${t(coverageText.ownRule)} · `}
      {t(coverageText.rule, rule)} <Link to="/coverage/rules">{t(coverageText.ruleVersions)}</Link>
    </>
  )
}

/** Another day, in the address, so that the figure can be handed on. */
export function DayFilter({ asOf }: { asOf: Day }) {
  const t = useSay()
  return (
    <form method="get" className={field.filters}>
      <Field name="asOf" type="date" label={t(coverageText.chooseDay)} defaultValue={asOf} />
      <button className={button.button}>{t(coverageText.show)}</button>
    </form>
  )
}

/** The line for signatures, on paper only. */
export function Signatures() {
  const t = useSay()
  return <p className={styles.signatures}>{t(coverageText.signatures)}</p>
}

export function Actions({ children }: { children: ReactNode }) {
  return <div className={button.row}>{children}</div>
}

/** Says, apart from the count, that the met sports lack a base discipline or a ball sport. */
export function MixWarning({
  mix,
  gates,
}: {
  mix: { base: boolean; ball: boolean }
  gates: ProgramRule['mix']
}) {
  const t = useSay()
  if (gates === 'off' || (mix.base && mix.ball)) return null
  return (
    <p>
      {!mix.base && <Status kind="warn" label={t(coverageText.noBase)} />}{' '}
      {!mix.ball && <Status kind="warn" label={t(coverageText.noBall)} />}{' '}
      {t(gates === 'gate' ? coverageText.mixGates : coverageText.mixWarns)}
    </p>
  )
}
