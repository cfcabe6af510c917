import { useRef } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/page.tsx'
import type { IndicatorKind } from '../designation/indicator.rule.ts'
import { pointsText } from './self-score.rule.ts'
import { type KeptState, useKeptForm } from './use-kept-form.ts'
import styles from './visit.module.css'
import {
  checkVerdicts,
  longestFindings,
  longestNote,
  longestVisitors,
  type VisitProblemAt,
  visitVerdicts,
} from './visit.rule.ts'
import { checkWords, visitText as text, visitProblemWords, visitVerdictWords } from './visit.text.ts'

interface VisitFormProps {
  indicators: readonly {
    code: string
    title: string
    kind: IndicatorKind
    most: number
    points: number | null
  }[]
  /** Under which this visit will be known, however often it arrives. */
  visitId: string
  /** Whose form it is: nobody else sends it, on whatever session the network comes back. */
  accountId: string
  /** Under which the device keeps it. */
  keptAs: string
  today: string
  /** What came back with the problems; null for a fresh form. */
  entered: Readonly<Record<string, string>> | null
  problems: readonly VisitProblemAt[]
}

/** A visit to be recorded on a phone with one hand: large answers, and all of it kept on the device until it arrived. */
export function VisitForm({ indicators, today, entered, problems, ...kept }: VisitFormProps) {
  const t = useSay()
  const form = useRef<HTMLFormElement>(null)
  const keeping = useKeptForm(form, { key: kept.keptAs, isAnswered: entered !== null })
  const wrong = (at: string) => {
    const found = problems.find(one => one.at === at)
    return found && t(visitProblemWords[found.problem])
  }
  const given = (name: string) => ({ name, defaultValue: entered?.[name], error: wrong(name) })
  return (
    <form method="post" ref={form} onInput={keeping.onInput} onSubmit={keeping.onSubmit}>
      <p>{t(text.kept)}</p>
      <Standing state={keeping.state} send={keeping.send} discard={keeping.discard} />
      <input type="hidden" name="visitId" defaultValue={kept.visitId} />
      <input type="hidden" name="account" defaultValue={kept.accountId} />
      <Field
        {...given('visitedOn')}
        defaultValue={entered?.visitedOn ?? today}
        type="date"
        max={today}
        label={t(text.visitedOn)}
        required
      />
      <Field {...given('visitors')} label={t(text.visitors)} maxLength={longestVisitors} required />
      <h2>{t(text.checks)}</h2>
      {indicators.map(one => (
        <CheckFields key={one.code} indicator={one} entered={entered ?? {}} error={wrong(one.code)} />
      ))}
      <LongTextField {...given('findings')} label={t(text.findings)} maxLength={longestFindings} required />
      <fieldset className={styles.check}>
        <legend>{t(text.verdict)}</legend>
        <Options
          name="verdict"
          options={visitVerdicts.map(value => ({ value, label: t(visitVerdictWords[value]) }))}
          chosen={entered?.verdict}
        />
        <Problem at="verdict" error={wrong('verdict')} />
      </fieldset>
      <p>{t(text.sendMeans)}</p>
      <button className={`${button.primary} ${styles.send}`}>{t(text.send)}</button>
      <Standing state={keeping.state} send={keeping.send} discard={keeping.discard} />
    </form>
  )
}

function CheckFields({
  indicator: { code, title, kind, most, points },
  entered,
  error,
}: {
  indicator: VisitFormProps['indicators'][number]
  entered: Readonly<Record<string, string>>
  error: string | undefined
}) {
  const t = useSay()
  return (
    <fieldset className={styles.check}>
      <legend lang="zh-CN">
        {code} {title}
      </legend>
      {kind !== 'veto' && points !== null && (
        <p className={styles.said}>{t(text.self, { points: pointsText(points), most })}</p>
      )}
      <Options
        name={`check-${code}`}
        options={checkVerdicts.map(value => ({
          value,
          label: t(kind === 'veto' && value !== 'not-seen' ? text.vetoChecks[value] : checkWords[value]),
        }))}
        chosen={entered[`check-${code}`]}
      />
      <input
        className={styles.note}
        name={`note-${code}`}
        defaultValue={entered[`note-${code}`]}
        maxLength={longestNote}
        placeholder={t(text.noteHint)}
        aria-label={`${code} ${t(text.note)}`}
        aria-describedby={error === undefined ? undefined : `${code}-error`}
        aria-invalid={error !== undefined || undefined}
        autoComplete="off"
      />
      <Problem at={code} error={error} />
    </fieldset>
  )
}

function Options({
  name,
  options,
  chosen,
}: {
  name: string
  options: readonly { value: string; label: string }[]
  chosen: string | undefined
}) {
  return (
    <div className={styles.options}>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={chosen === value} required />
          {label}
        </label>
      ))}
    </div>
  )
}

function Problem({ at, error }: { at: string; error: string | undefined }) {
  if (error === undefined) return null
  return (
    <span className={styles.error} id={`${at}-error`} role="alert">
      {error}
    </span>
  )
}

/** Where the record is now: on the device, under way, or refused. */
function Standing({ state, send, discard }: { state: KeptState; send: () => void; discard: () => void }) {
  const t = useSay()
  if (state.kind === 'none') return null
  if (state.kind === 'sending') return <p role="status">{t(text.sending)}</p>
  const words = {
    restored: () => t(text.restored),
    waiting: () => t(state.kind === 'waiting' && !state.isKept ? text.waitingUnkept : text.waiting),
    'signed-out': () => t(text.signedOut),
    refused: () => t(text.refused, { status: state.kind === 'refused' ? state.status : 0 }),
  }[state.kind]
  return (
    <Notice kind={state.kind === 'restored' ? 'done' : 'problem'}>
      <p>{words()}</p>
      {state.kind !== 'restored' && (
        <button type="button" className={button.button} onClick={send}>
          {t(text.tryAgain)}
        </button>
      )}{' '}
      <button type="button" className={button.quiet} onClick={discard}>
        {t(text.discard)}
      </button>
    </Notice>
  )
}
