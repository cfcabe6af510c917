import { Form, Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ShownWord } from './show-words.server.ts'
import { ownerWords, wordsText as text, wordKindWords } from './words.text.ts'

/** Words with what they mean and whose they are, and what the reader may do with each. */
export function WordsTable({ label, words }: { label: string; words: readonly ShownWord[] }) {
  const t = useSay()
  const isKept = words.some(word => word.mayKeep)
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.word)}</th>
            <th scope="col">{t(text.meaning)}</th>
            <th scope="col">{t(text.kind)}</th>
            <th scope="col">{t(text.whose)}</th>
            <th scope="col">{t(text.addedBy)}</th>
            <th scope="col">{t(text.updated)}</th>
            {isKept && <th scope="col">{t(text.what)}</th>}
          </tr>
        </thead>
        <tbody>
          {words.map(word => (
            <tr key={word.id}>
              <th scope="row" lang="zh-CN">
                {word.word}
              </th>
              <td lang="zh-CN">{word.meaningName}</td>
              <td className={table.nowrap}>{t(wordKindWords[word.kind])}</td>
              <td className={table.words} lang={word.ownerName === '' ? undefined : 'zh-CN'}>
                {word.ownerName === '' ? t(ownerWords[word.ownerKind]) : word.ownerName}
              </td>
              <td className={table.words} lang="zh-CN">
                {word.addedBy}
              </td>
              <td className={table.nowrap}>{inCity(word.updatedAt)}</td>
              {isKept && <td className={table.nowrap}>{word.mayKeep && <WordActions word={word} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function WordActions({ word }: { word: ShownWord }) {
  const t = useSay()
  return (
    <div className={button.row}>
      {word.promotesTo !== null && (
        <Form method="post" action={`/words/${word.id}/promote`}>
          <button className={button.quiet} aria-label={`${t(text[word.promotesTo])} ${word.word}`}>
            {t(text[word.promotesTo])}
          </button>
        </Form>
      )}
      <Link to={`/words/${word.id}/change`} aria-label={`${t(text.change)} ${word.word}`}>
        {t(text.change)}
      </Link>
      <Form method="post" action={`/words/${word.id}/remove`}>
        <button className={button.quiet} aria-label={`${t(text.remove)} ${word.word}`}>
          {t(text.remove)}
        </button>
      </Form>
    </div>
  )
}
