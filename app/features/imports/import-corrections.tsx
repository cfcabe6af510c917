import { Form, useLocation } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { answerText } from './answers.text.ts'
import { importsText } from './imports.text.ts'

interface ShownCorrection {
  position: number
  sheet: string
  place: string
  action: 'set' | 'skip' | 'restore'
  value: string
  raw: string
  header: string
  actor: string
  /** In the city's time, as people read it. */
  at: string
  isStanding: boolean
}

interface ImportCorrectionsProps {
  importId: string
  corrections: ShownCorrection[]
  count: number
  mayAnswer: boolean
}

/** Who answered what, and when; while the preview is open an answer that holds can be taken back. */
export function ImportCorrections({ importId, corrections, count, mayAnswer }: ImportCorrectionsProps) {
  const t = useSay()
  const { search } = useLocation()
  const title = t(answerText.corrections, { count })
  return (
    <Section title={title}>
      <TableFrame label={title}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t(importsText.where)}</th>
              <th scope="col">{t(importsText.header)}</th>
              <th scope="col">{t(importsText.stood)}</th>
              <th scope="col">{t(answerText.became)}</th>
              <th scope="col">{t(answerText.who)}</th>
              <th scope="col">{t(importsText.when)}</th>
              <th scope="col">{t(importsText.status)}</th>
            </tr>
          </thead>
          <tbody>
            {corrections.map(one => (
              <tr key={one.position}>
                <th scope="row" className={table.nowrap}>
                  {one.sheet} {/^\d/.test(one.place) ? t(answerText.row, { row: one.place }) : one.place}
                </th>
                <td>{one.header}</td>
                <td>{one.raw === '' ? '—' : one.raw}</td>
                <td>
                  <What correction={one} />
                </td>
                <td>{one.actor}</td>
                <td className={table.nowrap}>{one.at}</td>
                <td className={table.nowrap}>
                  {!one.isStanding && one.action !== 'restore' && t(answerText.superseded)}
                  {one.isStanding && mayAnswer && (
                    <Form method="post" action={`/imports/${importId}/restore`} preventScrollReset replace>
                      <input type="hidden" name="back" value={search.slice(1)} />
                      <input type="hidden" name="place" value={`${one.sheet}!${one.place}`} />
                      <button
                        className={button.button}
                        aria-label={t(answerText.takeBackOf, { place: `${one.sheet} ${one.place}` })}
                      >
                        {t(answerText.takeBack)}
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {count > corrections.length && (
        <p>{t(answerText.moreCorrections, { count: count - corrections.length })}</p>
      )}
    </Section>
  )
}

function What({ correction: { action, value } }: { correction: ShownCorrection }) {
  const t = useSay()
  if (action === 'restore') return t(answerText.restored)
  if (action === 'skip') return t(answerText.skippedRow)
  return value === '' ? t(answerText.emptied) : <strong>{value}</strong>
}
