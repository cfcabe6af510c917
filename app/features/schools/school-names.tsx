import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Section } from '#app/ui/page.tsx'
import { schoolsText } from './schools.text.ts'

interface SchoolNamesProps {
  path: string
  aliases: string[]
  mayChange: boolean
}

/** Other names under which files name the school. */
export function SchoolNames({ path, aliases, mayChange }: SchoolNamesProps) {
  const t = useSay()
  if (aliases.length === 0 && !mayChange) return null
  return (
    <Section title={t(schoolsText.aliases)}>
      <ul>
        {aliases.map(alias => (
          <li key={alias}>
            {alias}{' '}
            {mayChange && (
              <Form method="post" action={`${path}/aliases`} style={{ display: 'inline' }}>
                <input type="hidden" name="alias" value={alias} />
                <button
                  className={button.quiet}
                  name="change"
                  value="remove"
                  aria-label={`${t(schoolsText.remove)} ${alias}`}
                >
                  {t(schoolsText.remove)}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form method="post" action={`${path}/aliases`}>
          <Field name="alias" label={t(schoolsText.alias)} maxLength={120} required />
          <button className={button.button} name="change" value="add">
            {t(schoolsText.add)}
          </button>
        </Form>
      )}
    </Section>
  )
}
