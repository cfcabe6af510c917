import { useSay } from '#app/i18n/use-say.ts'
import { SelectField } from '#app/ui/field.tsx'
import type { WordKind } from '#db/tables.ts'
import { wordsText as text, wordKindWords } from './words.text.ts'

interface ValueFieldProps {
  groups: readonly { kind: WordKind; values: readonly { value: string; name: string }[] }[]
  defaultValue: string
  error: string | undefined
}

/** What a word means: one choice among the values of every kind, so that it needs no script. */
export function ValueField({ groups, defaultValue, error }: ValueFieldProps) {
  const t = useSay()
  return (
    <SelectField name="value" label={t(text.meaning)} defaultValue={defaultValue} error={error} required>
      <option value="">{t(text.choose)}</option>
      {groups.map(({ kind, values }) => (
        <optgroup key={kind} label={t(wordKindWords[kind])}>
          {values.map(({ value, name }) => (
            <option key={value} value={value} lang="zh-CN">
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
