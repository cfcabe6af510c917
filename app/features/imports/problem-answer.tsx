import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { answerText } from './answers.text.ts'
import styles from './problem-answer.module.css'

export interface AnswerableProblem {
  sheet: string
  cell: string
  raw: string
  /** Likely readings as the person would type them, best first. */
  candidates?: string[]
  /** How many cells of the column have the same problem with the same text, this one included. */
  same: number
  /** The first of them on the page alone offers to answer all. */
  isFirstOfSame: boolean
  /** The unknown word in the cell, where that is what is asked; its meaning can be remembered. */
  word: string | null
}

/**
 * What can be answered to one problem: a suggestion, another text, nothing at all, or to leave the row out. Its fields
 * belong to the one form around all problems, so that nothing typed elsewhere is lost; `index` tells them apart.
 */
export function ProblemAnswer({ index, problem }: { index: number; problem: AnswerableProblem }) {
  const t = useSay()
  const place = `${problem.sheet} ${problem.cell}`
  const { candidates = [], same, word } = problem
  const isForAll = same > 1 && problem.isFirstOfSame
  return (
    <div className={styles.answer}>
      <input type="hidden" name={`place.${index}`} value={`${problem.sheet}!${problem.cell}`} />
      {candidates.map(text => (
        <span key={text} className={styles.choice}>
          <button className={button.button} name="choose" value={`${index}:${text}`}>
            {text}
          </button>
          {isForAll && (
            <button className={button.quiet} name="chooseAll" value={`${index}:${text}`}>
              {t(answerText.allBecome, { count: same, text })}
            </button>
          )}
          {word !== null && (
            <button className={button.quiet} name="remember" value={`${index}:${text}`}>
              {t(answerText.remember, { word, text })}
            </button>
          )}
        </span>
      ))}
      <span className={styles.choice}>
        <input
          className={styles.typed}
          name={`typed.${index}`}
          aria-label={t(answerText.typedFor, { place })}
          placeholder={t(answerText.typed)}
          maxLength={500}
          autoComplete="off"
        />
        <button className={button.button}>{t(answerText.correct)}</button>
        {isForAll && (
          <button className={button.quiet} name="typedAll" value={index}>
            {t(answerText.correctAll, { count: same })}
          </button>
        )}
        {word !== null && (
          <button className={button.quiet} name="rememberTyped" value={index}>
            {t(answerText.rememberTyped, { word })}
          </button>
        )}
      </span>
      <span className={styles.choice}>
        {problem.raw !== '' && (
          <button className={button.quiet} name="choose" value={`${index}:`}>
            {t(answerText.empty)}
          </button>
        )}
        <button className={button.quiet} name="skip" value={index}>
          {t(answerText.skip)}
        </button>
      </span>
    </div>
  )
}
