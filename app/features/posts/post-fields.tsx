import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CheckField, CodeField, Field, LongTextField, SelectField } from '#app/ui/field.tsx'
import { coachingText } from '../coaching/coaching.text.ts'
import { athleteGrades, educations, engagements, sportResults } from '../coaching/grades.rule.ts'
import { bounds, certificateRules, longest } from './post.rule.ts'
import styles from './posts.module.css'
import { certificateWords, postText, recruitmentText, stageWords } from './posts.text.ts'

interface PostChoices {
  /** Schools by code and name; null where a school drafts for itself. */
  schools: readonly { code: string; name: string }[] | null
  sports: readonly { code: string; name: string }[]
}

interface PostFormProps extends PostChoices {
  entered: Record<string, string>
  errors: Record<string, string>
}

/** What a post says, in the order in which people think of it; a plain form. */
export function PostFields({ schools, sports, entered, errors }: PostFormProps) {
  const t = useSay()
  const given: Given = name => ({ name, defaultValue: entered[name] ?? '', error: errors[name] })
  const check = (name: string, label: string) => (
    <CheckField
      key={name}
      name={name}
      label={label}
      defaultChecked={entered[name] !== undefined}
      error={errors[name]}
    />
  )
  return (
    <Form method="post">
      {entered.updatedAt !== undefined && <input type="hidden" name="updatedAt" value={entered.updatedAt} />}
      <Group legend={t(recruitmentText.where)}>
        {schools !== null && <Schools schools={schools} given={given} />}
        {schools !== null && check('isPooled', t(recruitmentText.isPooled))}
        {schools === null && errors.schools !== undefined && <p role="alert">{errors.schools}</p>}
        <SelectField {...given('sport')} label={t(postText.sport)} required>
          <option value="">{t(recruitmentText.choose)}</option>
          {sports.map(sport => (
            <option key={sport.code} value={sport.code}>
              {sport.name}
            </option>
          ))}
        </SelectField>
        <p>{t(postText.stage)}</p>
        {(['primary', 'junior', 'senior'] as const).map(stage => check(stage, t(stageWords[stage])))}
        {errors.stages !== undefined && (
          <p className={styles.error} role="alert">
            {errors.stages}
          </p>
        )}
      </Group>
      <Group legend={t(recruitmentText.work)}>
        <Work given={given} />
      </Group>
      <Group legend={t(postText.requirements)}>
        <Requirements given={given} />
        {check('isReserved', t(recruitmentText.isReserved))}
      </Group>
      <Group legend={t(postText.selection)}>
        <Selection given={given} />
      </Group>
      <button className={button.primary}>{t(recruitmentText.saveDraft)}</button>
    </Form>
  )
}

type Given = (name: string) => { name: string; defaultValue: string; error: string | undefined }

function Schools({ schools, given }: { schools: readonly { code: string; name: string }[]; given: Given }) {
  const t = useSay()
  return (
    <CodeField
      {...given('schools')}
      label={t(postText.school)}
      hint={t(recruitmentText.schoolsHint)}
      codes={schools}
      required
    />
  )
}

function Work({ given }: { given: Given }) {
  const t = useSay()
  return (
    <>
      <div className={styles.pair}>
        <Field {...given('title')} label={t(postText.title)} maxLength={longest.title} required />
        <SelectField {...given('engagement')} label={t(postText.engagement)}>
          <Options of={engagements} words={one => t(coachingText.engagement[one])} />
        </SelectField>
        <Whole {...given('hoursWeek')} label={t(recruitmentText.hoursWeek)} of={bounds.hoursWeek} required />
        <Whole {...given('quota')} label={t(postText.quota)} of={bounds.quota} required />
        <Whole
          {...given('termMonths')}
          label={t(recruitmentText.termMonths)}
          hint={t(recruitmentText.termHint)}
          of={bounds.termMonths}
        />
        <Whole
          {...given('probationMonths')}
          label={t(recruitmentText.probationMonths)}
          of={[0, 12]}
          required
        />
        <Field {...given('pay')} label={t(postText.pay)} maxLength={longest.pay} />
        <Field
          {...given('contact')}
          label={t(postText.contact)}
          hint={t(recruitmentText.contactHint)}
          maxLength={longest.contact}
          required
        />
      </div>
      <LongTextField {...given('duties')} label={t(postText.duties)} maxLength={longest.duties} />
    </>
  )
}

function Requirements({ given }: { given: Given }) {
  const t = useSay()
  return (
    <div className={styles.pair}>
      <SelectField {...given('leastGrade')} label={t(recruitmentText.leastGrade)}>
        <Options of={athleteGrades} words={one => t(coachingText.grade[one])} />
      </SelectField>
      <SelectField {...given('resultInstead')} label={t(recruitmentText.resultInstead)}>
        <Options of={sportResults} words={one => t(coachingText.result[one])} />
      </SelectField>
      <SelectField {...given('leastEducation')} label={t(recruitmentText.leastEducation)}>
        <Options
          of={educations}
          words={one => (one === '' ? t(recruitmentText.notAsked) : t(coachingText.education[one]))}
        />
      </SelectField>
      <Whole
        {...given('mostAge')}
        label={t(recruitmentText.mostAge)}
        hint={t(recruitmentText.mostAgeHint)}
        of={bounds.mostAge}
      />
      <SelectField {...given('certificate')} label={t(recruitmentText.certificate)}>
        <Options of={certificateRules} words={one => t(certificateWords[one])} />
      </SelectField>
      <Whole
        {...given('leastExperience')}
        label={t(recruitmentText.leastExperience)}
        of={bounds.leastExperience}
      />
    </div>
  )
}

function Selection({ given }: { given: Given }) {
  const t = useSay()
  return (
    <div className={styles.pair}>
      <Whole
        {...given('writtenWeight')}
        label={t(recruitmentText.writtenWeight)}
        hint={t(recruitmentText.writtenHint)}
        of={[0, 100]}
        required
      />
      <Whole {...given('skillWeight')} label={t(recruitmentText.skillWeight)} of={[0, 100]} required />
      <Field {...given('writtenPass')} inputMode="decimal" label={t(recruitmentText.writtenPass)} />
      <Field {...given('skillPass')} inputMode="decimal" label={t(recruitmentText.skillPass)} />
      <Whole
        {...given('shortListRatio')}
        label={t(recruitmentText.shortListRatio)}
        of={bounds.shortListRatio}
        required
      />
    </div>
  )
}

function Whole({
  of: [least, most],
  ...field
}: ReturnType<Given> & { label: string; hint?: string; required?: boolean; of: readonly [number, number] }) {
  return <Field {...field} type="number" inputMode="numeric" min={least} max={most} step={1} />
}

function Options<T extends string>({ of, words }: { of: readonly T[]; words: (one: T) => string }) {
  return of.map(one => (
    <option key={one} value={one}>
      {words(one)}
    </option>
  ))
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}
