import { useSay } from '#app/i18n/use-say.ts'
import entry from '#app/ui/entry-table.module.css'
import { SelectField, TextAreaField } from '#app/ui/field.tsx'
import table from '#app/ui/table.module.css'
import type { ScoreLine } from './read-title-application.server.ts'
import { type DraftProblemAt, longestEvidence, longestStatement, pointsText } from './self-score.rule.ts'
import styles from './title-applications.module.css'
import { draftProblemWords, titleApplicationText as text } from './title-applications.text.ts'

interface TitleDraftFieldsProps {
  lines: readonly ScoreLine[]
  sports: readonly { code: string; name: string }[]
  mostSports: number
  entered: Readonly<Record<string, string>>
  problems: readonly DraftProblemAt[]
}

/** What a school writes: its sports, its words, and a line for each indicator with the figure beside it. */
export function TitleDraftFields({ lines, sports, mostSports, entered, problems }: TitleDraftFieldsProps) {
  const t = useSay()
  const wrong = (at: string) => {
    const found = problems.find(one => one.at === at)
    return found && t(draftProblemWords[found.problem])
  }
  const places = Array.from({ length: mostSports }, (_, at) => at + 1)
  return (
    <>
      {places.map(at => (
        <SelectField
          key={at}
          name={`sport${at}`}
          label={t(text.sportAt, { at })}
          hint={at === 1 ? t(text.sportsHint, { most: mostSports }) : undefined}
          defaultValue={entered[`sport${at}`] ?? ''}
          error={at === 1 ? wrong('sports') : undefined}
        >
          <option value="">{t(text.choose)}</option>
          {sports.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ))}
      <TextAreaField
        name="statement"
        label={t(text.statement)}
        hint={t(text.statementHint)}
        defaultValue={entered.statement ?? ''}
        maxLength={longestStatement}
        error={wrong('statement')}
      />
      <h2>{t(text.selfScore)}</h2>
      <div className={entry.sheet}>
        <table className={`${table.table} ${entry.entry}`}>
          <thead>
            <tr>
              <th scope="col">{t(text.indicator)}</th>
              <th scope="col" className={table.number}>
                {t(text.most)}
              </th>
              <th scope="col">{t(text.points)}</th>
              <th scope="col">{t(text.figure)}</th>
              <th scope="col">{t(text.evidence)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <EntryRow key={line.code} line={line} entered={entered} error={wrong(line.code)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function EntryRow({
  line,
  entered,
  error,
}: {
  line: ScoreLine
  entered: Readonly<Record<string, string>>
  error: string | undefined
}) {
  const t = useSay()
  const { code, kind, most, how, title, figureSaid, suggested } = line
  const name = `points-${code}`
  const described = error === undefined ? undefined : `${name}-error`
  const given = {
    ...{ name, id: name, className: styles.points, defaultValue: entered[name] ?? '' },
    ...{ 'aria-label': `${code} ${t(text.points)}`, 'aria-describedby': described },
    'aria-invalid': error !== undefined || undefined,
  }
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {code} {title}
        <span className={styles.how}>{how}</span>
      </th>
      <td className={`${table.number} ${entry.short}`} data-label={t(text.most)}>
        {kind === 'veto' ? t(text.veto) : most}
      </td>
      <td data-label={t(text.points)}>
        {kind === 'veto' ? (
          <select {...given}>
            <option value="">{t(text.choose)}</option>
            <option value="no">{t(text.vetoNo)}</option>
            <option value="yes">{t(text.vetoYes)}</option>
          </select>
        ) : (
          <input {...given} inputMode="decimal" autoComplete="off" maxLength={7} />
        )}
        {error !== undefined && (
          <span className={styles.error} id={`${name}-error`} role="alert">
            {error}
          </span>
        )}
      </td>
      <td data-label={t(text.figure)}>
        {figureSaid === '' ? '—' : figureSaid}
        {suggested !== null && (
          <span className={styles.how}>{t(text.suggested, { points: pointsText(suggested) })}</span>
        )}
      </td>
      <td data-label={t(text.evidence)}>
        <input
          className={styles.words}
          name={`evidence-${code}`}
          defaultValue={entered[`evidence-${code}`] ?? ''}
          aria-label={`${code} ${t(text.evidence)}`}
          maxLength={longestEvidence}
          autoComplete="off"
        />
      </td>
    </tr>
  )
}
