import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Section } from '#app/ui/page.tsx'
import type { Stage } from '#db/tables.ts'
import { postText, stageWords } from './posts.text.ts'

interface CellListProps {
  post: { sport: string; sportName: string; sportNameEn: string }
  cells: readonly { schoolId: string; school: string; stage: Stage }[]
}

/** Which 5621 cells the post would make live. */
export function CellList({ post, cells }: CellListProps) {
  const t = useSay()
  const sport = useLocale() === 'en' ? post.sportNameEn : post.sportName
  return (
    <Section title={t(postText.cells)}>
      <p>{t(postText.cellsAnswer, { count: cells.length })}</p>
      <ul>
        {cells.map(({ schoolId, school, stage }) => (
          <li key={`${schoolId} ${stage}`}>
            {t(postText.cell, { school, sport, stage: t(stageWords[stage]) })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
