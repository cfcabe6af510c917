import { Form } from '@remix-run/react'
import type { Message } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { kindNames } from './activity.text.ts'
import type { KindSetting } from './daily-hour.rule.ts'
import { policyText } from './policy.text.ts'

/** A box for each kind of activity, ticked where it counts; those that never count cannot be ticked. */
export function KindFields({ kinds }: { kinds: readonly KindSetting[] }) {
  const t = useSay()
  const names: Record<string, Message> = kindNames
  return (
    <Form method="post" action="/settings/daily-hour/kinds">
      <fieldset>
        <legend>{t(policyText.kinds)}</legend>
        {kinds.map(({ kind, counts, never }) => (
          <p key={kind}>
            <label>
              <input
                type="checkbox"
                name="kind"
                value={kind}
                defaultChecked={counts && !never}
                disabled={never}
              />{' '}
              {names[kind] === undefined ? kind : t(names[kind])}
              {never && ` · ${t(policyText.never)}`}
            </label>
          </p>
        ))}
      </fieldset>
      <button className={button.primary}>{t(policyText.save)}</button>
    </Form>
  )
}
