import { Form, Link } from '@remix-run/react'
import { sheetTitles, statusWords } from '#app/features/imports/imports.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { LinkSheet, LinkState } from './upload-link.rule.ts'
import { uploadLinksText } from './upload-links.text.ts'

interface ShownLink {
  id: string
  label: string
  schoolName: string
  sheet: LinkSheet
  firstDay: string
  lastDay: string
  confirms: 'school' | 'teacher'
  uses: number
  usesAllowed: number
  /** Both as the city reads them. */
  until: string
  madeAt: string
  createdBy: string
  state: LinkState
  handedIn: { importId: string; at: string; status: keyof typeof statusWords }[]
}

const kinds: Record<LinkState, StatusKind> = {
  open: 'met',
  used: 'exempt',
  expired: 'short',
  revoked: 'missing',
}

/** Links with what came through them; an open one can be taken back. */
export function LinkTable({ links, mayRevoke }: { links: readonly ShownLink[]; mayRevoke: boolean }) {
  const t = useSay()
  return (
    <TableFrame label={t(uploadLinksText.title)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(uploadLinksText.label)}</th>
            <th scope="col">{t(uploadLinksText.school)}</th>
            <th scope="col">{t(uploadLinksText.sheet)}</th>
            <th scope="col">{t(uploadLinksText.period)}</th>
            <th scope="col">{t(uploadLinksText.state)}</th>
            <th scope="col">{t(uploadLinksText.until)}</th>
            <th scope="col">{t(uploadLinksText.handedInThrough)}</th>
            <th scope="col">{t(uploadLinksText.confirms)}</th>
            <th scope="col">{t(uploadLinksText.madeBy)}</th>
            {mayRevoke && <th scope="col">{t(uploadLinksText.revoke)}</th>}
          </tr>
        </thead>
        <tbody>
          {links.map(link => (
            <LinkRow key={link.id} link={link} mayRevoke={mayRevoke} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function LinkRow({ link, mayRevoke }: { link: ShownLink; mayRevoke: boolean }) {
  const t = useSay()
  return (
    <tr>
      <th scope="row">{link.label}</th>
      <td>{link.schoolName}</td>
      <td>{t(sheetTitles[link.sheet])}</td>
      <td className={table.nowrap}>{t(uploadLinksText.days, { from: link.firstDay, to: link.lastDay })}</td>
      <td className={table.nowrap}>
        <Status kind={kinds[link.state]} label={t(uploadLinksText.states[link.state])} />{' '}
        {t(uploadLinksText.used, { uses: link.uses, allowed: link.usesAllowed })}
      </td>
      <td className={table.nowrap}>{link.until}</td>
      <td className={table.nowrap}>
        {link.handedIn.map(({ importId, at, status }) => (
          <div key={importId}>
            <Link to={`/imports/${importId}`}>{at}</Link> {t(statusWords[status])}
          </div>
        ))}
      </td>
      <td>{t(uploadLinksText.confirm[link.confirms])}</td>
      <td>
        {link.createdBy} <span className={table.nowrap}>{link.madeAt}</span>
      </td>
      {mayRevoke && (
        <td>
          {link.state === 'open' && (
            <Form method="post" action={`/upload-links/${link.id}/revoke`}>
              <button
                className={button.danger}
                aria-label={t(uploadLinksText.revokeOf, { label: link.label })}
              >
                {t(uploadLinksText.revoke)}
              </button>
            </Form>
          )}
        </td>
      )}
    </tr>
  )
}
