import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
/** Of a component: what a page takes from a file of them but a word or a name shows nothing. */
const imported = /^import \{[^}]*?\b(?<!type )[A-Z]\w*[^}]*\} from '([^']+\.tsx)'/gm
/** A table, or posts and people as cards. */
const showsRows = /<table\b|<TableFrame\b|styles\.cards\b/
/** The property of a page by which it offers its lists. */
const offers = /^\s*exports(=|$)|<Page[^>]* exports[ =>]/m

/** What a page is made of, by its file and the components that it renders: whether it shows rows, and offers them. */
export function sightOf(file: string): { showsRows: boolean; offersExport: boolean } {
  const sources = sourcesOf(join(root, 'app', file), new Set())
  return {
    showsRows: sources.some(source => showsRows.test(source)),
    offersExport: sources.some(source => offers.test(source)),
  }
}

/** The page's own text and that of its components; what every page is made of shows nothing by itself. */
function sourcesOf(path: string, seen: Set<string>): string[] {
  if (seen.has(path) || path.startsWith(join(root, 'app/ui')) || !existsSync(path)) return []
  seen.add(path)
  const source = readFileSync(path, 'utf8')
  const components = [...source.matchAll(imported)].map(([, name = '']) =>
    name.startsWith('#app/') ? join(root, 'app', name.slice('#app/'.length)) : join(dirname(path), name),
  )
  return [source, ...components.flatMap(component => sourcesOf(component, seen))]
}
