import { inCity } from '#app/calendar-day.ts'
import { inARow } from '#app/i18n/text.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Stage } from '#db/tables.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import styles from './posts.module.css'
import { postText, stageWords } from './posts.text.ts'
import { type PostInWords, requirementsOf, selectionOf } from './say-post.ts'

export interface ShownPost extends PostInWords {
  number: string
  unitName: string
  unitNameEn: string
  stages: readonly Stage[]
  schools: readonly { id: string; name: string; address: string }[]
  round: { name: string; document: string; opensAt: string; closesAt: string; onePostEach: boolean }
}

/** All that a post says, as its applicants read it. */
export function PostFacts({ post }: { post: ShownPost }) {
  const t = useSay()
  const locale = useLocale()
  return (
    <>
      <Glance post={post} />
      <Section title={t(postText.requirements)}>
        <ul>
          {requirementsOf(locale, post).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {post.duties !== '' && (
        <Section title={t(postText.duties)}>
          <p className={styles.text}>{post.duties}</p>
        </Section>
      )}
      <Section title={t(postText.selection)}>
        <ol>
          {selectionOf(locale, post).map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section title={t(postText.schools)}>
        {post.isPooled && <p>{t(postText.pooled)}</p>}
        <ul>
          {post.schools.map(school => (
            <li key={school.id}>
              {school.name}
              {school.address !== '' && <span className={styles.meta}> {school.address}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Glance({ post }: { post: ShownPost }) {
  const t = useSay()
  const locale = useLocale()
  const isEnglish = locale === 'en'
  const { round } = post
  const facts: [string, string][] = [
    [t(postText.unit), isEnglish ? post.unitNameEn : post.unitName],
    [t(postText.sport), isEnglish ? post.sportNameEn : post.sportName],
    [
      t(postText.stage),
      inARow(
        locale,
        post.stages.map(stage => t(stageWords[stage])),
      ),
    ],
    [t(postText.engagement), t(coachingText.engagement[post.engagement])],
    [t(postText.quota), t(postText.people, { count: post.quota })],
    [t(postText.hours), t(postText.hoursAWeek, { hours: post.hoursWeek })],
    [t(postText.pay), post.pay],
    [t(postText.term), post.termMonths === null ? '' : t(postText.months, { count: post.termMonths })],
    [
      t(postText.probation),
      post.probationMonths === 0 ? '' : t(postText.months, { count: post.probationMonths }),
    ],
    [
      t(postText.window),
      t(postText.windowFromTo, { from: inCity(round.opensAt), to: inCity(round.closesAt) }),
    ],
    [t(postText.round), round.name],
    [t(postText.document), round.document],
    [t(postText.contact), post.contact],
    [t(postText.number), post.number],
  ]
  return (
    <Section title={t(postText.atAGlance)}>
      <Facts facts={facts} />
      {round.onePostEach && <p>{t(postText.onePostEach)}</p>}
    </Section>
  )
}
