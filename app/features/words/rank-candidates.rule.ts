/** A word as its key (aliasKey), its sound and the first letters of its syllables; sounds are toneless pinyin. */
export interface Spelling {
  key: string
  sound: string
  initials: string
}

/** A value and all its names. */
export interface NamedValue {
  code: string
  names: readonly Spelling[]
}

const mostCandidates = 5
/** Below it a likeness is chance: two ball games share 球, and that says nothing. */
const leastScore = 0.5
/** What the history of the school can add at most: it orders what is about equally like, and lifts nothing else. */
const mostForUse = 0.08
/** A sign in more names than this tells nothing by itself. */
const fewValues = 4

/** What schools put around the name of a value: 校足, 女篮, 足球队, 武术操. */
const around =
  /^(我校|校本|校园|校级|校|班级|年级|特色|传统|趣味|花样|少儿|青少年|男子|女子|男|女)|(兴趣小组|俱乐部|运动队|社团|训练|比赛|联赛|活动|项目|运动|小组|队|课|操|班|类)$/

/**
 * Codes of the values that a word may mean, the likeliest first, at most five; `uses` counts how often the school used
 * each. Equal ones keep the order of `values`. Never more than an offer: the person chooses.
 */
export function rankCandidates(
  word: Spelling,
  values: readonly NamedValue[],
  uses: ReadonlyMap<string, number> = new Map(),
): string[] {
  const tells = tellingSigns(values)
  const mostUses = Math.max(1, ...uses.values())
  return values
    .map(({ code, names }) => {
      const score = Math.max(0, ...names.map(name => likeness(word, name, tells)))
      return { code, score, order: score + (mostForUse * (uses.get(code) ?? 0)) / mostUses }
    })
    .filter(one => one.score >= leastScore)
    .sort((one, other) => other.order - one.order)
    .slice(0, mostCandidates)
    .map(one => one.code)
}

/** From 0 (nothing in common) to 1. */
function likeness(word: Spelling, name: Spelling, tells: (text: string) => boolean): number {
  if (word.key === '' || name.key === '') return 0
  const core = coreOf(word.key)
  const ofCore = core === word.key ? 0 : 0.9 * byWriting(core, name.key, tells)
  return Math.max(byWriting(word.key, name.key, tells), ofCore, bySound(word, name))
}

function coreOf(key: string): string {
  let core = key
  for (let next = core.replace(around, ''); next !== core && next !== ''; next = core.replace(around, ''))
    core = next
  return core
}

function byWriting(word: string, name: string, tells: (text: string) => boolean): number {
  if (word === name) return 1
  const part = (short: string, long: string) => 0.6 + (0.35 * short.length) / long.length
  if (name.length > 1 && word.includes(name)) return part(name, word)
  if (!tells(shared(word, name))) return 0
  if (name.includes(word)) return part(word, name)
  if (word.length > 1 && word[0] === name[0] && isWithin(word, name)) return 0.75
  return 0.9 * (1 - distance(word, name) / Math.max(word.length, name.length))
}

function bySound(word: Spelling, name: Spelling): number {
  if (/^[a-z]{2,5}$/.test(word.key) && word.key === name.initials) return 0.6
  if (word.sound.length < 3 || name.sound.length < 3) return 0
  if (word.sound === name.sound) return 0.95
  if (folded(word.sound) === folded(name.sound)) return 0.85
  if (!/^[a-z]+$/.test(word.key)) return 0
  const alike = 1 - distance(word.sound, name.sound) / Math.max(word.sound.length, name.sound.length)
  return alike >= 0.75 ? 0.85 * alike : 0
}

/** Sounds that many people do not tell apart. */
function folded(sound: string): string {
  return sound
    .replace(/([zcs])h/g, '$1')
    .replace(/([aei])ng/g, '$1n')
    .replace(/^l/, 'n')
}

/** Whether a text holds a sign that only few values have in their names. */
function tellingSigns(values: readonly NamedValue[]): (text: string) => boolean {
  const counts = new Map<string, number>()
  for (const { names } of values)
    for (const sign of new Set(names.flatMap(name => Array.from(name.key))))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const few = Math.max(1, Math.min(fewValues, Math.floor(values.length / 3)))
  return text => Array.from(text).some(sign => (counts.get(sign) ?? few + 1) <= few)
}

function shared(word: string, name: string): string {
  return Array.from(word)
    .filter(sign => name.includes(sign))
    .join('')
}

/** All signs of the short text stand in the long one in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}

/** How many signs must be put in, taken out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}
