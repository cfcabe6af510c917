import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import styles from './frame.module.css'
import { uiText } from './ui.text.ts'

interface FrameProps {
  /** Who is signed in; null for the public. */
  person: string | null
  /** The reader's job, in the reader's words. */
  navigation: { to: string; label: string }[]
  largeType: boolean
  children: ReactNode
}

/** The top bar, the navigation by job and the place for the page. */
export function Frame({ person, navigation, largeType, children }: FrameProps) {
  const t = useSay()
  return (
    <>
      <a className={styles.skip} href="#main">
        {t(uiText.skip)}
      </a>
      <header className={styles.bar}>
        <Link className={styles.name} to="/">
          {t(uiText.system)}
        </Link>
        <Preferences largeType={largeType} />
        {person === null ? <Link to="/sign-in">{t(uiText.signIn)}</Link> : <Person name={person} />}
      </header>
      <div className={styles.body}>
        {navigation.length > 0 && (
          <nav className={styles.nav} aria-label={t(uiText.navigation)}>
            <ul>
              {navigation.map(item => (
                <li key={item.to}>
                  <NavLink to={item.to} end={item.to === '/'}>
                    {item.label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main className={styles.main} id="main">
          {children}
        </main>
      </div>
      <footer className={styles.footer}>{t(uiText.footer)}</footer>
    </>
  )
}

function Preferences({ largeType }: { largeType: boolean }) {
  const t = useSay()
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <Form method="post" action="/preferences" reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <button name="locale" value={other} lang={other}>
        {t(uiText.otherLanguage)}
      </button>
      <button name="type" value={largeType ? 'normal' : 'large'}>
        {t(largeType ? uiText.normalType : uiText.largeType)}
      </button>
    </Form>
  )
}

function Person({ name }: { name: string }) {
  const t = useSay()
  return (
    <>
      <Link to="/account" title={t(uiText.account)}>
        {name}
      </Link>
      <Form method="post" action="/sign-out" reloadDocument>
        <button>{t(uiText.signOut)}</button>
      </Form>
    </>
  )
}
