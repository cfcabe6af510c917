import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { CalendarDayKind } from './calendar.rule.ts'
import { calendarText, dayKindWords, stageNames } from './calendar.text.ts'

interface EntryFormProps {
  /** What was entered and refused, or what to begin with. */
  entered: Record<string, string>
  errors: Record<string, string>
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7']

/** Says what a day is, for the city, a unit or a school. */
export function EntryForm({ entered, errors }: EntryFormProps) {
  const t = useSay()
  const kinds = Object.keys(dayKindWords) as CalendarDayKind[]
  const stages = Object.keys(stageNames) as (keyof typeof stageNames)[]
  return (
    <Form method="post" action="/calendar/save">
      <Field
        name="place"
        label={t(calendarText.scope)}
        hint={t(calendarText.scopeHint)}
        defaultValue={entered.place ?? ''}
        error={errors.place}
        maxLength={26}
      />
      <SelectField name="stage" label={t(calendarText.stage)} defaultValue={entered.stage ?? ''}>
        {stages.map(stage => (
          <option key={stage} value={stage}>
            {t(stageNames[stage])}
          </option>
        ))}
      </SelectField>
      <Field
        name="day"
        type="date"
        label={t(calendarText.day)}
        defaultValue={entered.day ?? ''}
        error={errors.day}
        required
      />
      <SelectField name="kind" label={t(calendarText.kind)} defaultValue={entered.kind ?? 'suspended'}>
        {kinds.map(kind => (
          <option key={kind} value={kind}>
            {t(dayKindWords[kind])}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="followsWeekday"
        label={t(calendarText.follows)}
        defaultValue={entered.followsWeekday ?? ''}
        error={errors.followsWeekday}
      >
        <option value="">{t(calendarText.none)}</option>
        {weekdays.map(weekday => (
          <option key={weekday} value={weekday}>
            {weekday}
          </option>
        ))}
      </SelectField>
      <Field
        name="note"
        label={t(calendarText.note)}
        defaultValue={entered.note ?? ''}
        error={errors.note}
        maxLength={200}
      />
      <button className={button.primary}>{t(calendarText.save)}</button>
    </Form>
  )
}
