import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField } from '#app/ui/field.tsx'
import type { SaidRefusal } from './objection.rule.ts'
import { objectionsText as text } from './objections.text.ts'

interface ObjectionFormProps {
  /** What was sent before and why it could not be received. */
  entered?: Record<string, string> | undefined
  refusal?: SaidRefusal | undefined
  /** What it is about, where a notice names several. */
  children?: ReactNode
}

const placeOf: Record<SaidRefusal, string> = {
  'name-missing': 'name',
  'contact-missing': 'contact',
  'text-missing': 'text',
  'holds-number': 'text',
}

/** Who objects to a notice says so under their own name. */
export function ObjectionForm({ entered = {}, refusal, children }: ObjectionFormProps) {
  const t = useSay()
  const given = (name: string) => ({
    name,
    defaultValue: entered[name],
    error: refusal !== undefined && placeOf[refusal] === name ? t(text.saidRefusal[refusal]) : undefined,
  })
  return (
    <Form method="post">
      {children}
      <Field {...given('name')} label={t(text.yourName)} maxLength={60} required />
      <Field
        {...given('contact')}
        label={t(text.yourContact)}
        hint={t(text.yourContactHint)}
        maxLength={120}
        required
      />
      <LongTextField {...given('text')} label={t(text.objection)} maxLength={2000} />
      <button className={button.primary}>{t(text.send)}</button>
    </Form>
  )
}
