import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { designationText as text } from '#app/features/designation/designation.text.ts'
import { levels } from '#app/features/designation/level.rule.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { readTitles, titlesAPage } from '#app/features/designation/read-titles.server.ts'
import { ShareTable } from '#app/features/designation/share-table.tsx'
import { TitleSearch } from '#app/features/designation/title-search.ts'
import { TitlesTable } from '#app/features/designation/titles-table.tsx'
import { reevaluationText } from '#app/features/reevaluation/reevaluation.text.ts'
import { stageWords } from '#app/features/schools/schools.text.ts'
import { noticeText } from '#app/features/title-applications/notice.text.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { StepChart } from '#app/ui/step-chart.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'
import type { Stage } from '#db/tables.ts'

/** How many schools hold a valid title, against the target; by unit, sport and stage, and what runs out. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const search = parseSearch(request, TitleSearch)
  const asOf = search.asOf ?? today()
  const scope = scopeOf(actor)
  const read = await readTitles(db, scope, { asOf, search, locale: await localeOf(request) })
  return {
    asOf,
    search,
    read,
    pageSize: titlesAPage,
    isCity: scope.kind === 'city',
    mayImport: can.changeTitles(actor),
  }
}

export default function Titles() {
  const { asOf, search, read, pageSize, isCity, mayImport } = useLoaderData<typeof loader>()
  const t = useSay()
  if (read === null) return <Page title={t(text.title)} answer={t(text.noRule)} />
  const { rule, living, schools, livingSchools, trajectory } = read
  const counts = { schools, target: rule.target, living: livingSchools }
  const day = search.asOf === undefined ? '' : `asOf=${asOf}&`
  return (
    <Page
      exports={{
        lists: [
          { of: 'titles', label: t(text.list) },
          { of: 'units', label: t(text.byUnit) },
          { of: 'sports', label: t(text.bySport) },
          { of: 'stages', label: t(text.byStage) },
          { of: 'trajectory', label: t(text.trajectory) },
        ],
      }}
      title={t(text.title)}
      answer={t(isCity ? text.cityAnswer : text.ownAnswer, counts)}
      asOf={
        <>
          {t(text.asOf, { asOf, level: t(levelWords[rule.leastLevel]), source: rule.source })}{' '}
          <Link to="/titles/rules">{t(text.rules)}</Link> <Link to="/titles/batches">{t(text.batches)}</Link>{' '}
          <Link to="/titles/applications">{t(text.applications)}</Link>{' '}
          <Link to="/titles/notices">{t(noticeText.title)}</Link>{' '}
          <Link to="/titles/indicators">{t(text.indicators)}</Link>{' '}
          <Link to="/titles/renewals">{t(reevaluationText.title)}</Link>
        </>
      }
      actions={
        <div className={button.row}>
          {mayImport && (
            <Link className={button.primary} to="/import?sheet=designations">
              {t(text.importExcel)}
            </Link>
          )}
          <a className={button.button} href="/exports?sheet=designations">
            {t(text.exportExcel)}
          </a>
        </div>
      }
    >
      <Form className={field.filters}>
        <Field name="asOf" type="date" label={t(text.chooseDay)} defaultValue={asOf} />
        {isCity && (
          <SelectField name="unit" label={t(text.unit)} defaultValue={search.unit ?? ''}>
            <option value="">{t(text.all)}</option>
            {read.byUnit.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField name="level" label={t(text.level)} defaultValue={search.level ?? ''}>
          <option value="">{t(text.all)}</option>
          {levels.map(level => (
            <option key={level} value={level}>
              {t(levelWords[level])}
            </option>
          ))}
        </SelectField>
        <SelectField name="sport" label={t(text.sport)} defaultValue={search.sport ?? ''}>
          <option value="">{t(text.all)}</option>
          {read.sports.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="which" label={t(text.state)} defaultValue={search.which}>
          <option value="valid">{t(text.valid)}</option>
          <option value="leaving">{t(text.leaving)}</option>
          <option value="all">{t(text.all)}</option>
        </SelectField>
        <button className={button.button}>{t(text.show)}</button>
      </Form>
      {isCity && (
        <Section title={t(text.trajectory)}>
          <StepChart
            label={t(text.trajectory)}
            points={trajectory.map(point => ({ day: point.day, value: point.schools }))}
            target={{ value: rule.target, label: t(text.target) }}
            today={asOf}
          />
          <p>{t(text.trajectoryMeans)}</p>
          <details>
            <summary>{t(text.inNumbers)}</summary>
            <TableFrame label={t(text.trajectory)}>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">{t(text.day)}</th>
                    <th scope="col" className={table.number}>
                      {t(text.schools)}
                    </th>
                    <th scope="col" className={table.number}>
                      {t(text.target)}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {trajectory.map(point => (
                    <tr key={point.day}>
                      <th scope="row">{point.day}</th>
                      <td className={table.number}>{point.schools}</td>
                      <td className={table.number}>{point.target}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          </details>
        </Section>
      )}
      <Section title={t(text.byUnit)}>
        <ShareTable
          label={t(text.byUnit)}
          heading={t(text.unit)}
          rows={read.byUnit.map(row => ({ ...row, to: `/titles?${day}unit=${row.key}` }))}
          total={{ schools, living: livingSchools }}
        />
      </Section>
      <Section title={t(text.bySport)}>
        <ShareTable
          label={t(text.bySport)}
          heading={t(text.sport)}
          rows={read.bySport.map(row => ({ ...row, to: `/titles?${day}sport=${row.key}` }))}
        />
      </Section>
      <Section title={t(text.byStage)}>
        <ShareTable
          label={t(text.byStage)}
          heading={t(text.stage)}
          rows={read.byStage.map(row => ({ ...row, name: t(stageWords[row.key as Stage]) }))}
        />
      </Section>
      <Section title={t(text.leaving)}>
        {read.leaving.length === 0 ? (
          <p>{t(text.leavingNone)}</p>
        ) : (
          <TitlesTable label={t(text.leaving)} lines={read.leaving} />
        )}
        {read.leavingCount > read.leaving.length && (
          <p>
            <Link to={`/titles?${day}which=leaving`}>{t(text.leavingAll, { count: read.leavingCount })}</Link>
          </p>
        )}
      </Section>
      <Section title={t(text.list)}>
        {read.lines.length === 0 ? (
          <EmptyState>{t(text.nothing)}</EmptyState>
        ) : (
          <TitlesTable label={t(text.list)} lines={read.lines} />
        )}
        {read.total > pageSize && <Pager page={search.page} pageSize={pageSize} total={read.total} />}
      </Section>
      <p>{t(text.means, { ...living, teamDays: rule.teamDays })}</p>
    </Page>
  )
}
