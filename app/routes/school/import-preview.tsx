import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import {
  answerRefusals,
  answerText,
  rememberCodes,
  rememberMessage,
} from '#app/features/imports/answers.text.ts'
import { ImportActions } from '#app/features/imports/import-actions.tsx'
import { ImportCorrections } from '#app/features/imports/import-corrections.tsx'
import { ImportProblems } from '#app/features/imports/import-problems.tsx'
import { ImportRows } from '#app/features/imports/import-rows.tsx'
import {
  commitRefusals,
  importsText,
  sheetTitles,
  statusWords,
  undoRefusals,
} from '#app/features/imports/imports.text.ts'
import { laterImport } from '#app/features/imports/later-import.server.ts'
import { markedFileText } from '#app/features/imports/marked-file.text.ts'
import { isSheetName } from '#app/features/imports/sheet-name.ts'
import { pageSize, type ShownImport, showImport } from '#app/features/imports/show-import.server.ts'
import { problemPageSize } from '#app/features/imports/shown-problems.ts'
import { WorkActions, WorkInProgress } from '#app/features/imports/work-progress.tsx'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({
  verdict: z.enum(['new', 'changed', 'unchanged', 'rejected', 'ignored']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  problems: z.coerce.number().int().min(1).max(10_000).default(1),
  answered: z.enum(['yes', 'remembered']).optional(),
  notRemembered: z.enum(rememberCodes).optional(),
  notAnswered: z
    .enum([
      'no-longer-open',
      'not-kept',
      'unreadable',
      'busy',
      'personal-number',
      'too-long',
      'long-file',
      'not-there',
    ])
    .optional(),
  refused: z.enum(['has-problems', 'nothing-to-commit', 'no-longer-open', 'stale', 'other-work']).optional(),
  notUndone: z.enum(['not-committed', 'not-undoable', 'not-yours', 'changed-since']).optional(),
  later: z.string().length(26).optional(),
  notMarked: z.literal('yes').optional(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const search = parseSearch(request, Search)
  const { verdict, page, problems: problemPage, notRemembered, later, ...told } = search
  const locale = await localeOf(request)
  const asked = { today: today(), now: now(), verdict, page, problemPage, locale }
  const shown = await showImport(db, scopeOf(actor), id, asked)
  if (shown === undefined) throw notFound()
  const mayCommit = can.importSheets(actor)
  return {
    ...shown,
    ...told,
    later: later === undefined ? null : await laterImport(db, scopeOf(actor), { id: later, asOf: today() }),
    notRemembered: notRemembered && rememberMessage(locale, notRemembered),
    page,
    pageSize,
    problemPageSize,
    mayCommit,
    mayAnswer: mayCommit && shown.isKept && isAnswerable(shown),
    role: actor.role,
  }
}

/** While a file is read again its page comes anew by itself: what somebody typed meanwhile would be lost. */
function isAnswerable({ run, work, isReadAgain }: ShownImport): boolean {
  return work === null ? run.status === 'preview' : isReadAgain && work.state === 'failed'
}

export default function ImportPreview() {
  const shown = useLoaderData<typeof loader>()
  const { run } = shown
  const t = useSay()
  const isOpen = run.status === 'reading' || run.status === 'preview'
  // A long file may be given up before anything of it was read.
  const wasRead = run.status !== 'reading' && !(run.status === 'discarded' && shown.columns.length === 0)
  const sheet = isSheetName(run.sheet) ? t(sheetTitles[run.sheet]) : run.sheet
  return (
    <Page
      title={`${t(isOpen ? importsText.preview : importsText.past)} · ${sheet}`}
      crumbs={[
        { to: '/import', label: t(importsText.title) },
        { to: '/imports', label: t(importsText.history) },
      ]}
      answer={wasRead ? t(importsText.counts, run.counts) : isOpen ? undefined : t(importsText.neverRead)}
      asOf={[
        run.fileName,
        run.schoolName,
        run.firstDay !== null && run.lastDay !== null
          ? t(importsText.days, { from: run.firstDay, to: run.lastDay })
          : null,
        `${t(statusWords[run.status])} ${inCity(run.committedAt ?? run.createdAt)}`,
      ]
        .filter(part => part !== null)
        .join(' · ')}
    >
      {shown.refused !== undefined && run.status !== 'committed' && (
        <Notice kind="problem">{t(commitRefusals[shown.refused])}</Notice>
      )}
      {run.status === 'committed' && shown.notUndone === undefined && (
        <Notice kind="done">{t(importsText.committed)}</Notice>
      )}
      {run.status === 'undone' && <Notice kind="done">{t(importsText.undone)}</Notice>}
      {shown.notUndone !== undefined && run.status !== 'undone' && (
        <Notice kind="problem">
          {t(undoRefusals[shown.notUndone])}{' '}
          {shown.later !== null && (
            <Link to={`/imports/${shown.later.id}`}>{t(importsText.laterImport, shown.later)}</Link>
          )}
        </Notice>
      )}
      {shown.answered !== undefined && run.status === 'preview' && (
        <Notice kind="done">
          {t(shown.answered === 'yes' ? answerText.answered : answerText.remembered)}
        </Notice>
      )}
      {shown.notMarked !== undefined && <Notice kind="problem">{t(markedFileText.notMarked)}</Notice>}
      {shown.notRemembered !== undefined && <Notice kind="problem">{shown.notRemembered}</Notice>}
      {shown.notAnswered !== undefined && (
        <Notice kind="problem">{t(answerRefusals[shown.notAnswered])}</Notice>
      )}
      {shown.earlier !== null && (
        <Notice kind="done">
          {t(importsText.earlier, { when: inCity(shown.earlier.committedAt), who: shown.earlier.actor })}{' '}
          <Link to={`/imports/${shown.earlier.id}`}>{t(importsText.seeEarlier)}</Link>
        </Notice>
      )}
      {shown.work === null ? (
        <ImportActions
          run={run}
          isBlocked={shown.isBlocked}
          mayCommit={shown.mayCommit}
          isSchool={shown.role === 'school'}
        />
      ) : (
        <WorkInProgress work={shown.work} isReadAgain={shown.isReadAgain} mayLeave={t(importsText.mayLeave)}>
          {shown.mayCommit && <WorkActions id={run.id} work={shown.work} isReadAgain={shown.isReadAgain} />}
        </WorkInProgress>
      )}
      {shown.problems.length > 0 && (
        <ImportProblems
          importId={run.id}
          problems={shown.problems}
          count={shown.problemCount}
          page={shown.problemPage}
          pageSize={shown.problemPageSize}
          isOpen={isOpen}
          mayAnswer={shown.mayAnswer}
        />
      )}
      {shown.corrections.length > 0 && (
        <ImportCorrections
          importId={run.id}
          corrections={shown.corrections.map(one => ({ ...one, at: inCity(one.at) }))}
          count={shown.correctionCount}
          mayAnswer={shown.mayAnswer}
        />
      )}
      {!shown.isKept && <p>{t(run.counts.read === 0 ? importsText.notKept : importsText.originalRemoved)}</p>}
      {shown.isKept && wasRead && (
        <>
          <ImportRows
            importId={run.id}
            mayAnswer={shown.mayAnswer}
            counts={run.counts}
            verdict={shown.verdict}
            columns={shown.columns}
            rows={shown.rows}
            page={shown.page}
            pageSize={shown.pageSize}
            total={shown.total}
          />
          <p>
            <Link to={`/imports/${run.id}/marked-file`} reloadDocument>
              {t(markedFileText.download)}
            </Link>{' '}
            <Link to={`/imports/${run.id}/file`} reloadDocument>
              {t(importsText.original)}
            </Link>
          </p>
          <p>{t(markedFileText.downloadHint)}</p>
        </>
      )}
    </Page>
  )
}
