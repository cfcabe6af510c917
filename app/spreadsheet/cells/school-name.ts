import { accept, type Reading } from '../reading.ts'
import { ask, reject, warn } from './codes.ts'
import { compact, normalise, roundBrackets } from './normalise.ts'
import { open } from './opening.ts'
import { isCommonName, spelledOut } from './school-words.ts'

/** What the resolver must know of a school (or of a campus, which is a school with `campusOf`). */
export interface NamedSchool {
  id: string
  /** 10-digit 标识码; null when it has none. */
  code: string | null
  /** Names as on the seal, now and earlier. */
  names: string[]
  aliases: string[]
  /** Names of the units above it: 东海县, 东海. */
  unitNames: string[]
  campusOf?: string
}

/** Names of counties before they became or joined districts. */
const oldCounties: [string, string][] = [
  ['赣榆县', '赣榆区'],
  ['新浦区', '海州区'],
]
const city = /^连云港市?(?!师范|中等|高等|外国语|中专|职业)/
const seal = /\((?:盖章|公章|章|签章|加盖公章|全称)\)$/
const lead = /^(?:填报单位|填报学校|学校名称|单位名称|单位|学校|校名)(?:\((?:盖章|公章)\))?:/

/** Names that are nobody's as they stand are looked for among all schools: a file has a few such, not thousands. */
const mostSoughtFor = 500

/**
 * Tells the id of the school that a text names; candidates of an `ask` are ids, best first. Each text is looked for
 * once, and after five hundred that no school bears as they stand only such as one bears are found.
 */
export function schoolResolver(schools: readonly NamedSchool[]): (raw: string) => Reading<string> {
  const known = schools.map(knownSchool)
  const byName = new Map<string, KnownSchool[]>()
  for (const school of known) {
    for (const name of new Set(school.names)) byName.set(name, [...(byName.get(name) ?? []), school])
  }
  const found = new Map<string, Reading<string>>()
  let sought = 0
  return raw => {
    const before = found.get(raw)
    if (before !== undefined) return before
    const exact = byName.get(plain(raw)) ?? []
    if (exact.length === 0) sought += 1
    const isSoughtFor = exact.length > 0 || sought <= mostSoughtFor
    const reading: Reading<string> = isSoughtFor ? resolve(raw, known) : reject('school.not-found')
    found.set(raw, reading)
    return reading
  }
}

/** A school with its names as they are compared. */
interface KnownSchool extends NamedSchool {
  /** The names without province, city and county. */
  forms: string[]
  /** The units that end in 县, 区 or 市. */
  units: string[]
}

function knownSchool(school: NamedSchool): KnownSchool {
  const units = school.unitNames.filter(name => /[县区市]$/.test(name)).map(plain)
  const names = school.names.map(plain)
  const unitNames = school.unitNames.map(plain)
  const known = { ...school, names, aliases: school.aliases.map(plain), unitNames, units, forms: [] }
  return { ...known, forms: names.map(name => shorten(name, known)) }
}

function resolve(raw: string, schools: readonly KnownSchool[]): Reading<string> {
  const opening = open<string>({ type: 'text', text: raw })
  if (opening.is === 'answer') return opening.answer
  const text = plain(raw).replace(lead, '').replace(seal, '')
  if (/^[\d.]+(?:e\+?\d+)?$/i.test(text)) return byCode(text, schools)
  if (/教育集团$/.test(text)) return inGroup(text, schools)
  const exact = named(text, schools)
  if (exact.length > 0) return one(exact) ?? several(exact)
  const shortened = schools.filter(school => school.forms.includes(shorten(text, school)))
  if (shortened.length > 0) return one(shortened, cityWithoutSuffix(text)) ?? several(shortened)
  const campus = byCampus(text, schools)
  if (campus) return campus
  const alias = schools.filter(school =>
    school.aliases.some(name => name === text || name === shorten(text, school)),
  )
  if (alias.length > 0)
    return alias.length === 1 && alias[0] ? warn(alias[0].id, 'school.alias') : several(alias)
  return byOldCounty(text, schools) ?? byLongWord(text, schools) ?? near(text, schools)
}

function plain(text: string): string {
  return compact(roundBrackets(normalise(text)).text)
    .replace(/[。,;]$/, '')
    .toLowerCase()
}

function named(text: string, schools: readonly KnownSchool[]): KnownSchool[] {
  return schools.filter(school => school.names.includes(text))
}

function shorten(text: string, { units }: KnownSchool): string {
  let rest = text.replace(/^江苏省/, '').replace(city, '')
  let isOfUnit = false
  for (const unit of units) {
    if (!rest.startsWith(unit)) continue
    rest = rest.slice(unit.length)
    isOfUnit = true
  }
  if (!isCommonName(rest)) return rest
  return isOfUnit ? `${units[0]}${rest}` : text
}

function cityWithoutSuffix(text: string): boolean {
  return /^连云港(?!市)/.test(text)
}

function one(found: KnownSchool[], loose = false): Reading<string> | null {
  const [only] = found
  if (found.length !== 1 || only === undefined) return null
  return loose ? warn(only.id, 'school.near') : accept(only.id)
}

function several(found: KnownSchool[]): Reading<string> {
  return ask(
    'school.several',
    found.map(({ id }) => id),
  )
}

function byCode(text: string, schools: readonly KnownSchool[]): Reading<string> {
  const found = schools.filter(({ code }) => code === text)
  return /^\d{10}$/.test(text) ? (one(found) ?? reject('school.bad-code')) : reject('school.bad-code')
}

/** 东海县实验小学西校区, 东海县实验小学(西区), 新海高级中学(开发区校区), …实验学校小学部. */
function byCampus(text: string, schools: readonly KnownSchool[]): Reading<string> | null {
  const found =
    /^(.{2,}?(?:小学|中学|学校|初中|高中))\(?([\p{Script=Han}]{1,8}?)(校区|分校|校部|区|部)\)?$/u.exec(text)
  if (found === null) return null
  const [, base = '', place = '', kind = ''] = found
  const parents = schools.filter(
    school =>
      !school.campusOf && (school.names.includes(base) || school.forms.includes(shorten(base, school))),
  )
  const [parent] = parents
  if (parents.length !== 1 || parent === undefined) return parents.length > 1 ? several(parents) : null
  const children = schools.filter(school => school.campusOf === parent.id)
  const fits = children.filter(school => placesOf(school, parent).includes(place))
  const [child] = fits
  if (fits.length === 1 && child) return kind === '区' ? warn(child.id, 'school.alias') : accept(child.id)
  if (place + kind === '本部' || /^(?:小学|初中|高中)$/.test(place)) return accept(parent.id)
  return ask(
    'school.several',
    [...fits, ...children, parent].map(({ id }) => id),
  )
}

/** What a campus adds to the name of its school: 西 of 东海县实验小学西校区, whatever else the name holds. */
function placesOf(campus: KnownSchool, parent: KnownSchool): string[] {
  return [...campus.names, ...campus.aliases].flatMap(name => {
    const own = [name, shorten(name, parent)]
    const bases = [...parent.names, ...parent.forms]
    return own.flatMap(text =>
      bases
        .filter(base => text.startsWith(base))
        .map(base =>
          text
            .slice(base.length)
            .replace(/[()]/g, '')
            .replace(/(?:校区|分校|校部|区|部)$/, ''),
        ),
    )
  })
}

function inGroup(text: string, schools: readonly KnownSchool[]): Reading<string> {
  const base = text.replace(/教育集团$/, '')
  const exact = named(text, schools)
  if (exact.length === 1 && exact[0]?.campusOf) return accept(exact[0].id)
  const members = schools.filter(school => school.names.some(name => name.includes(base)))
  return ask(
    'school.group',
    members.map(({ id }) => id),
  )
}

function byOldCounty(text: string, schools: readonly KnownSchool[]): Reading<string> | null {
  for (const [before, now] of oldCounties) {
    if (!text.includes(before)) continue
    const renewed = text.replace(before, now)
    const found = schools.filter(
      school => school.names.includes(renewed) || school.forms.includes(shorten(renewed, school)),
    )
    const [only] = found
    if (found.length === 1 && only) return warn(only.id, 'school.old-county')
  }
  return null
}

/**
 * 城头初中 is 城头初级中学, 东海二中 is 东海县第二中学, 张店中心校 is 张店镇中心小学; the town's 镇 may be left out, and a county's
 * 县. A name that many counties have is not found without the county.
 */
function byLongWord(text: string, schools: readonly KnownSchool[]): Reading<string> | null {
  const spelled = spelledOut(text)
  const tight = (name: string) => name.replace(/镇|乡|街道|中心(?=小学$)/g, '')
  const exact = schools.filter(
    school => school.names.includes(spelled) || school.forms.includes(shorten(spelled, school)),
  )
  const near =
    exact.length > 0
      ? exact
      : schools.filter(school => formsByCounty(school).includes(byCounty(spelled, school)))
  const found =
    near.length > 0
      ? near
      : schools.filter(school => {
          const wanted = tight(shorten(spelled, school))
          return wanted.length >= 4 && school.forms.some(name => tight(name) === wanted)
        })
  const [only] = found
  if (found.length === 1 && only) return warn(only.id, 'school.near')
  return found.length > 1 ? several(found) : null
}

function formsByCounty(school: KnownSchool): string[] {
  return school.names.map(name => byCounty(name, school))
}

/** The name behind the county, which may be named without its 县: 东海第二中学 and 东海县第二中学 are one. */
function byCounty(text: string, school: KnownSchool): string {
  const rest = text.replace(/^江苏省/, '').replace(city, '')
  const units = [...school.unitNames].sort((a, b) => b.length - a.length)
  const unit = units.find(name => rest.startsWith(name))
  if (unit === undefined) return isCommonName(rest) ? text : rest
  const name = rest.slice(unit.length)
  return isCommonName(name) ? `${units[0]}${name}` : name
}

/** Nothing fits: schools that share most characters in order are offered, never taken. */
function near(text: string, schools: readonly KnownSchool[]): Reading<string> {
  const scored = schools
    .map(school => ({
      school,
      score: Math.max(...[...school.names, ...school.aliases].map(name => likeness(text, name)), 0),
    }))
    .filter(({ score }) => score >= 0.99)
    .sort((a, b) => b.score - a.score)
  return scored.length > 0
    ? ask(
        'school.several',
        scored.slice(0, 5).map(({ school }) => school.id),
      )
    : reject('school.not-found')
}

/** Over 1 when the short text is spread in order over the long one; the closer in length the higher. */
function likeness(short: string, long: string): number {
  let at = -1
  for (const sign of short) {
    at = long.indexOf(sign, at + 1)
    if (at < 0) return 0
  }
  return short.length < 2 ? 0 : 1 + short.length / long.length
}
