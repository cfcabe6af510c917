import { Form, Link, useSearchParams, useSubmit } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { coachingText } from '../coaching/coaching.text.ts'
import { engagements } from '../coaching/grades.rule.ts'
import { unitCentres } from './places.rule.ts'
import { postText, stageWords, windowWords } from './posts.text.ts'

interface Named {
  code: string
  name: string
}

const distances = [5, 10, 20, 50, 100]

/** What somebody looks for: a form that asks by the address, with or without scripts. */
export function BoardFilter({ sports, units }: { sports: readonly Named[]; units: readonly Named[] }) {
  const t = useSay()
  const [search] = useSearchParams()
  const given = (name: string) => ({ name, defaultValue: search.get(name) ?? '' })
  const any = <option value="">{t(postText.all)}</option>
  return (
    <Form method="get" aria-label={t(postText.filters)} key={search.toString()}>
      <div className={field.filters}>
        <SelectField {...given('state')} label={t(postText.state)}>
          <Options of={['open', 'soon', 'closed']} words={state => t(windowWords[state])} />
        </SelectField>
        <SelectField {...given('sport')} label={t(postText.sport)}>
          {any}
          <Names of={sports} />
        </SelectField>
        <SelectField {...given('stage')} label={t(postText.stage)}>
          {any}
          <Options of={['primary', 'junior', 'senior']} words={stage => t(stageWords[stage])} />
        </SelectField>
        <SelectField {...given('engagement')} label={t(postText.engagement)}>
          {any}
          <Options of={engagements} words={one => t(coachingText.engagement[one])} />
        </SelectField>
        <SelectField {...given('unit')} label={t(postText.unit)}>
          {any}
          <Names of={units} />
        </SelectField>
        <SelectField {...given('near')} label={t(postText.near)}>
          {any}
          <Names of={units.filter(unit => unitCentres[unit.code] !== undefined)} />
        </SelectField>
        <SelectField {...given('within')} label={t(postText.within)}>
          {any}
          <Options of={distances} words={km => t(postText.withinKm, { km })} />
        </SelectField>
        <SelectField {...given('sort')} label={t(postText.sort)}>
          <Options of={['closing', 'distance']} words={sort => t(postText.sorts[sort])} />
        </SelectField>
      </div>
      <OwnPlace />
      <p className={button.row}>
        <button className={button.primary}>{t(postText.search)}</button>
        <LocateButton />
      </p>
    </Form>
  )
}

function Options<T extends string | number>({ of, words }: { of: readonly T[]; words: (one: T) => string }) {
  return of.map(one => (
    <option key={one} value={one}>
      {words(one)}
    </option>
  ))
}

function Names({ of }: { of: readonly Named[] }): ReactNode {
  return of.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ))
}

/** The position that the browser gave, kept while other conditions change. */
function OwnPlace() {
  const t = useSay()
  const [search] = useSearchParams()
  const longitude = search.get('longitude')
  const latitude = search.get('latitude')
  if (longitude === null || latitude === null) return null
  const without = new URLSearchParams(search)
  for (const name of ['longitude', 'latitude', 'page']) without.delete(name)
  return (
    <p>
      <input type="hidden" name="longitude" value={longitude} />
      <input type="hidden" name="latitude" value={latitude} />
      {t(postText.myPlaceUsed)} <Link to={`?${without}`}>{t(postText.forgetMyPlace)}</Link>
    </p>
  )
}

/** Only where scripts run and the browser can tell where it is; to a hundredth of a degree, about a kilometre. */
function LocateButton() {
  const t = useSay()
  const submit = useSubmit()
  const [search] = useSearchParams()
  const [isAble, setAble] = useState(false)
  useEffect(() => setAble('geolocation' in navigator && window.isSecureContext), [])
  if (!isAble) return null
  const locate = () =>
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const near = new URLSearchParams(search)
      near.delete('near')
      near.delete('page')
      near.set('longitude', coords.longitude.toFixed(2))
      near.set('latitude', coords.latitude.toFixed(2))
      near.set('sort', 'distance')
      submit(near, { method: 'get' })
    })
  return (
    <button type="button" className={button.button} onClick={locate}>
      {t(postText.useMyPlace)}
    </button>
  )
}
