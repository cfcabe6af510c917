import { Link } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import { type PostInWords, requirementBy } from '../posts/say-post.ts'
import styles from './applications.module.css'
import type { EligibilityRule, Outcome, RuleAnswer } from './eligibility.rule.ts'
import { codeWords, mendWords, outcomeWords, ruleWords } from './eligibility.text.ts'
import { mendPaths } from './mend-path.ts'

const kinds: Record<Outcome, StatusKind> = { met: 'met', 'not-met': 'missing', 'not-known': 'short' }

/** Each rule of a post with what it asks, whether the person meets it, why, and where to mend it. */
export function EligibilityList({ rules, post }: { rules: readonly RuleAnswer[]; post: PostInWords }) {
  const t = useSay()
  const locale = useLocale()
  const asked: Partial<Record<EligibilityRule, string | null>> = requirementBy(locale, post)
  return (
    <ul className={styles.rules}>
      {rules.map(({ rule, outcome, code, mend }) => (
        <li key={rule}>
          <div className={styles.ruleHead}>
            <strong>{t(ruleWords[rule])}</strong>
            <Status kind={kinds[outcome]} label={t(outcomeWords[outcome])} />
          </div>
          <p>
            {[asked[rule], t(codeWords[code])].filter(Boolean).join(locale === 'en' ? '. ' : '。')}
            {mend !== null && (
              <>
                {' '}
                <Link to={mendPaths[mend]}>{t(mendWords[mend])}</Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
