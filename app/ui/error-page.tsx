import { isRouteErrorResponse, Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { errorText } from './error-page.text.ts'
import { Page } from './page.tsx'

/** What happened, what was kept and whom to ask; thrown responses by status, a bug with its reference number. */
export function ErrorPage({ error, reference }: { error: unknown; reference?: string }) {
  const t = useSay()
  const kind = kindOf(error)
  return (
    <Page title={t(errorText[kind].title)} answer={t(errorText[kind].what)}>
      <p>{t(errorText[kind].next)}</p>
      {reference !== undefined && <p>{t(errorText.reference, { reference })}</p>}
      <p>
        <Link to="/">{t(errorText.home)}</Link>
      </p>
    </Page>
  )
}

function kindOf(error: unknown): 'notFound' | 'forbidden' | 'badRequest' | 'fault' {
  if (!isRouteErrorResponse(error)) return 'fault'
  if (error.status === 404) return 'notFound'
  if (error.status === 403) return 'forbidden'
  return error.status >= 400 && error.status < 500 ? 'badRequest' : 'fault'
}
