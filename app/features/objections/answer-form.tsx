import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField, SelectField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { type Verdict, verdicts } from './objection.rule.ts'
import { objectionsText as text } from './objections.text.ts'

interface AnswerFormProps {
  /** What was sent before and why it could not stand, in the reader's language. */
  entered?: { status: Verdict; answer: string } | undefined
  error?: string | undefined
  /** What upholding it brings about. */
  hint?: string | undefined
  mostLetters: number
}

/** The outcome of an objection with the words to it. */
export function AnswerForm({ entered, error, hint, mostLetters }: AnswerFormProps) {
  const t = useSay()
  return (
    <Form method="post">
      <SelectField name="status" label={t(text.verdict)} hint={hint} defaultValue={entered?.status}>
        {verdicts.map(verdict => (
          <option key={verdict} value={verdict}>
            {t(text.verdicts[verdict])}
          </option>
        ))}
      </SelectField>
      <LongTextField
        name="answer"
        label={t(text.answer)}
        defaultValue={entered?.answer}
        error={error}
        maxLength={mostLetters}
      />
      <button className={button.primary}>{t(text.save)}</button>
    </Form>
  )
}

/** Asks for the contact of whoever objects, and says why. */
export function ContactLook({ reason, error }: { reason?: string | undefined; error?: string | undefined }) {
  const t = useSay()
  return (
    <Section title={t(text.contact)}>
      <Form method="post">
        <Field
          name="reason"
          label={t(text.purpose)}
          defaultValue={reason}
          error={error}
          maxLength={200}
          required
        />
        <button className={button.button} name="look" value="contact">
          {t(text.show)}
        </button>
      </Form>
    </Section>
  )
}
