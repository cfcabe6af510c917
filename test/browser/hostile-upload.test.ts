import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deflatedRepeat, workbookOf, workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'
import { type RunningSite, startSite } from '#test/support/server.ts'
import { type Visitor, visitorOf } from '#test/support/visitor.ts'

let site: RunningSite
beforeAll(async () => {
  site = await startSite('few-schools')
})
afterAll(() => site?.drop())

describe('a file that cannot be read', () => {
  const files: [string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
    ['no workbook', () => Buffer.from('%PDF-1.7 this is a letter'), /不是|无法/],
    [
      'a zip bomb',
      () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': bomb() })),
      /太大|超过|过大|上限/,
    ],
    [
      'a million rows',
      () => workbookOf(lastRow(), '', '<dimension ref="A1:XFD1048576"/>'),
      /第 250000 行以下还有内容/,
    ],
    ['the wrong template', () => templateFrom('/templates/schools.xlsx'), /学校名册/],
    ['another school’s template', otherSchoolsTemplate, /另一所学校/],
  ]

  test.each(files)(
    '%s gets a sentence within 5 s while other pages answer within 1 s',
    async (_, file, sentence) => {
      const school = await visitorOf(site, 'school')
      const bytes = await file()
      const before = await importsSeenBy(school)
      const watch = watchPages()

      const started = Date.now()
      const answer = await school.post('/import', {
        sheet: 'activity-log',
        file: new File([new Uint8Array(bytes)], '台账.xlsx'),
      })
      const took = Date.now() - started
      const slowest = await watch.end()

      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page.match(/role="alert".*?<\/ul>/s)?.[0]).toMatch(sentence)
      expect(took).toBeLessThan(5000)
      expect(slowest).toBeLessThan(1000)
      expect(await importsSeenBy(school)).toBe(before)
    },
  )
})

describe('a server that is told to end', () => {
  test('ends with 0 within 10 s in the middle of an upload, of which nothing is kept', async () => {
    const school = await visitorOf(site, 'school')
    const before = await importsSeenBy(school)
    const half = request(`${site.url}/import`, {
      method: 'POST',
      headers: {
        ...school.headers,
        'Content-Type': 'multipart/form-data; boundary=edge',
        'Content-Length': '1000000',
      },
    })
    half.on('error', () => {})
    half.write('--edge\r\nContent-Disposition: form-data; name="sheet"\r\n\r\nactivity-log\r\n--edge\r\n')
    await sleep(300)

    const started = Date.now()
    expect(await site.stop()).toBe(0)
    expect(Date.now() - started).toBeLessThan(10_000)
    half.destroy()

    await site.restart()
    expect(await importsSeenBy(await visitorOf(site, 'school'))).toBe(before)
  })

  test('keeps all of a commit or nothing of it when the power fails', async () => {
    const outcomes: string[] = []
    for (const [round, delay] of [0, 15, 40, 120].entries()) {
      const minutes = 61 + round
      const school = await visitorOf(site, 'school')
      const preview = await school.post('/import', { sheet: 'activity-log', file: logOf(minutes) })
      const address = preview.headers.get('Location') ?? ''
      expect(address).toMatch(/^\/imports\//)
      const commit = school.post(`${address}/commit`, {}).catch(() => null)
      await sleep(delay)
      await site.crash()
      await commit
      await site.restart()

      const again = await visitorOf(site, 'school')
      const marked = await classDaysWith(again, minutes)
      const isCommitted = (await (await again.get(address)).text()).includes('已提交，数据已经更新')
      expect([round, marked]).toEqual([round, isCommitted ? classDays : 0])
      outcomes.push(isCommitted ? 'all' : 'nothing')
    }
    expect(outcomes).toContain('nothing')
  })
})

const days = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '08',
  '09',
  '10',
  '11',
  '12',
  '15',
  '16',
  '17',
  '18',
  '19',
  '22',
  '23',
]
const classes = ['三(1)班', '三(2)班']
const classDays = days.length * classes.length

/** The log of a month: one lesson a class-day that counts, and twenty rows that do not. */
function logOf(minutes: number): File {
  const idle = Array.from({ length: 20 }, (_, at) => `眼保健操,${10 + Math.floor(at / 6)}:${(at % 6) + 1}0,5`)
  const lines = days.flatMap(day =>
    classes.flatMap(name =>
      [`体育课,08:00,${minutes}`, ...idle].map(rest => `2025-09-${day},${name},${rest}`),
    ),
  )
  return new File([['日期,班级,活动类型,开始时间,时长(分钟)', ...lines].join('\n')], '九月.csv')
}

async function classDaysWith(visitor: Visitor, minutes: number): Promise<number> {
  const week = await (await visitor.get('/week')).text()
  const month = week.match(/\/schools\/\w{26}\/compliance\?period=month/)?.[0] ?? ''
  const page = await (await visitor.get(`${month}&day=2025-09-24`)).text()
  return page.split(`达标 ${minutes} 分钟<`).length - 1
}

async function importsSeenBy(visitor: Visitor): Promise<number> {
  const page = await (await visitor.get('/imports')).text()
  return new Set(page.match(/href="\/imports\/\w{26}/g)).size
}

/** Asks for a page again and again; `end` answers how long the slowest took, in ms. */
function watchPages(): { end: () => Promise<number> } {
  const state = { slowest: 0, isOver: false }
  const watching = (async () => {
    while (!state.isOver) {
      const started = Date.now()
      await (await fetch(`${site.url}/sign-in`)).text()
      state.slowest = Math.max(state.slowest, Date.now() - started)
      await sleep(20)
    }
  })()
  return {
    end: async () => {
      state.isOver = true
      await watching
      return state.slowest
    },
  }
}

function bomb() {
  return deflatedRepeat('<row r="1"><c r="A1"><v>1</v></c></row>', 6_000_000)
}

function lastRow(): string {
  return '<row r="1048576"><c r="A1048576" t="s"><v>0</v></c></row>'
}

async function templateFrom(path: string): Promise<Uint8Array> {
  const city = await visitorOf(site, 'city')
  return new Uint8Array(await (await city.get(path)).arrayBuffer())
}

async function otherSchoolsTemplate(): Promise<Uint8Array> {
  const city = await visitorOf(site, 'city')
  const schools = await (await city.get('/registry/schools?q=2132000033')).text()
  const id = schools.match(/\/registry\/schools\/(\w{26})/)?.[1] ?? ''
  return templateFrom(`/templates/activity-log.xlsx?school=${id}`)
}
