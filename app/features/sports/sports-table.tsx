import { useLocale, useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { SportRow } from './sports.queries.server.ts'
import { sportsText } from './sports.text.ts'

export function SportsTable({ sports }: { sports: (SportRow & { aliases: string[] })[] }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <TableFrame label={t(sportsText.title)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(sportsText.name)}</th>
            <th scope="col">{t(sportsText.other)}</th>
            <th scope="col">{t(sportsText.code)}</th>
            <th scope="col">{t(sportsText.traits)}</th>
            <th scope="col">{t(sportsText.aliases)}</th>
            <th scope="col">{t(sportsText.coverage)}</th>
          </tr>
        </thead>
        <tbody>
          {sports.map(sport => (
            <tr key={sport.code}>
              <th scope="row">{isEnglish ? sport.nameEn : sport.name}</th>
              <td>{isEnglish ? sport.name : sport.nameEn}</td>
              <td>{sport.code}</td>
              <td>
                {[
                  sport.isBase && t(sportsText.base),
                  sport.isBall && t(sportsText.ball),
                  sport.isTraditional && t(sportsText.traditional),
                ]
                  .filter(Boolean)
                  .join(' · ') || '—'}
              </td>
              <td>{sport.aliases.length === 0 ? '—' : sport.aliases.join('、')}</td>
              <td>
                <a href={`/coverage/sports/${sport.code}`} aria-label={`${t(sportsText.see)} ${sport.name}`}>
                  {t(sportsText.see)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
