import { type ActivityKind, kindOfHeader } from '#app/spreadsheet/cells/kind.ts'
import { compact } from './board.ts'
import { rememberingTexts } from './memory.ts'

/** What a column of an activity table holds, as far as its header says. */
export type Role =
  | 'seq'
  | 'pupil'
  | 'school-code'
  | 'school'
  | 'campus'
  | 'grade'
  | 'class'
  | 'date'
  | 'year'
  | 'month'
  | 'weekday'
  | 'week'
  | 'kind'
  | 'content'
  | 'sport'
  | 'time'
  | 'start'
  | 'end'
  | 'span'
  | 'minutes'
  | 'lessons'
  | 'participants'
  | 'enrolled'
  | 'total'
  | 'arrangement'
  | 'teacher'
  | 'note'
  | 'ignored'

/** Headers as schools word them (domain.md 14.4), without blanks, brackets and marks; the first that fits wins. */
const exactRoles: [Role, RegExp][] = [
  ['seq', /^(序号|编号|行号|序|no\.?|#)$/i],
  ['pupil', /^(学生)?姓名$|^学生(名单|名字)$|身份证|学籍号|^学号$|家长|监护人|家庭住址/],
  ['school-code', /标识码|^(学校|机构|单位)(代码|编码)$/],
  ['school', /^(学校|学校名称|校名|单位|单位名称|填报单位|学校全称|学校简称|填报学校)$/],
  ['campus', /^(校区|校区名称|所在校区)$/],
  ['grade', /^(年级|学段年级|所在年级|年级名称|年级段)$/],
  [
    'class',
    /^((所在)?班级(名称|编号)?|班别|班|班次|班名|班号|中队|班级[/\\]年级|年级[/\\]?班级|年级班|class)$/i,
  ],
  ['class', /^(班级|年级)[/\\|、]?(日期|星期|时间|项目|周次)$|^(日期|星期|时间|项目)[/\\|、]?班级$/],
  ['date', /^(日期|活动日期|上课日期|开展日期|锻炼日期|年月日|日\/?期|月日|date)$/i],
  ['year', /^年[份度]?$/],
  ['month', /^月份?$/],
  ['date', /^([日号]|几[日号])$/],
  ['weekday', /^(星期|星期几|周几|礼拜)$/],
  ['week', /^(周次|第几周|周|教学周|周数|周别)$/],
  ['kind', /^(活动类型|活动形式|类别|项目类别|活动类别|类型|活动种类|体育活动类型|活动方式|形式)$/],
  ['content', /^(活动项目|活动内容|活动名称|内容|体育活动内容|锻炼内容|锻炼项目|名称)$/],
  ['sport', /^(项目|运动项目|体育项目|特色项目|传统项目|布局项目)$/],
  ['start', /^(开始时间|起始时间|开始|上课时间|时间起|起|活动开始时间)$/],
  ['end', /^(结束时间|截止时间|结束|终止时间|下课时间|时间止|止|活动结束时间)$/],
  ['span', /^(起止时间|起讫时间|活动时段|时段|时间段|具体时间)$/],
  ['time', /^时间$/],
  [
    'minutes',
    /^((活动)?持续(时间|时长)|(体育|每日|每天|实际|体育锻炼|综合体育)?(活动|锻炼|运动)?(时长|分钟数?|时间分钟|时长分钟)|(体育|每天|每日|实际|综合体育|体育锻炼)?(活动|锻炼|运动)时间(分钟)?)$/,
  ],
  ['lessons', /^(节数|课时数?|课时节数)$/],
  [
    'participants',
    /^(参加人数|参与人数|实到|实到人数|活动人数|人数|参加学生数|参与学生数|出勤人数|实际参加人数|实有人数|参加学生人数|实际人数)$/,
  ],
  ['enrolled', /^(应到|应到人数|班级人数|在校生数|学生数|总人数|全班人数|班额|应参加人数)$/],
  ['total', /^(.{0,4}(合计|总计|小计|共计|累计|平均).{0,4}|.{0,4}总(时间|时长|分钟数?)|日均.*)$/],
  [
    'arrangement',
    /^((体育)?(活动)?(时间)?安排|活动(具体)?安排|具体安排|(体育)?活动(内容及时间|情况|安排及时间)|安排情况)$/,
  ],
  ['school-code', /^schoolcode$/i],
  ['grade', /^grade$/i],
  ['kind', /^(kind|activity|activitytype|type)$/i],
  ['sport', /^sport$/i],
  ['start', /^startsat$/i],
  ['minutes', /^(minutes|mins?|duration)$/i],
  ['participants', /^participants$/i],
  ['teacher', /^(teacher|coach)$/i],
  ['weekday', /^(weekday|day)$/i],
  ['week', /^week$/i],
  ['total', /^total$/i],
  ['note', /^(notes?|remarks?)$/i],
  ['note', /^(备注|说明|情况说明|未达标原因|备注说明|原因|其他说明)$/],
]

/** Looser signs, asked after the kinds of activity so that 体育课教师 is a teacher and 大课间时间 a kind. */
const looseBeforeKinds: [Role, RegExp][] = [
  ['teacher', /教师|老师|教练|带队/],
  ['participants', /(参加|参与|实到|活动)?人数$/],
  [
    'ignored',
    /达标(?!赛)|合格|[率比]$|签[字名章]|负责|组长|审核|天气|气温|地点|场地|器材|照片|联系|电话|性别/,
  ],
  ['lessons', /节数|课时/],
]

const looseAfterKinds: [Role, RegExp][] = [
  [
    'ignored',
    /班主任|节次|第几节|请假|缺勤|病假|事假|见习|^男|^女|次数|天数|评价|等级|得分|填表|填报|学期|学年|县区|学段|分管|是否/,
  ],
]

const units: [Unit, RegExp][] = [
  ['hours', /小时\)?$|[(:](h|hours?|时)\)?$/i],
  ['lessons', /[(:](节|课时)\)?$/],
]

/** In what a bare number counts. */
export type Unit = 'minutes' | 'hours' | 'lessons'

export interface HeaderWord {
  role: Role | null
  /** Heads a column by itself, in a wording that no line of data has. */
  isHead: boolean
  /** The kind of activity that the header names. */
  kind: ActivityKind | null
  /** Headers such as 体育课、大课间 name more than one. */
  manyKinds: boolean
  unit: Unit | null
}

/** What one header cell says, whatever stands above or below it. */
export const headerWord = rememberingTexts((text: string): HeaderWord => {
  const whole = compact(text).replace(/^[*:、.]+|[*:、.]+$/g, '')
  const bare = whole.replace(/\([^()]*\)/g, '').replace(/[*:、.]+$/g, '')
  const kinds = kindsNamed(bare.replace(/(节数|课时数?|(实到|参加|参与|活动)?人数)$/, '')).map(kind =>
    ofNamedHalf(kind, whole),
  )
  const kind = kinds.length === 1 ? (kinds[0] ?? null) : null
  const exact = firstFit(exactRoles, bare)
  return {
    role: exact ?? roleOf(bare, kinds.length > 0),
    isHead: exact !== null && exact !== 'total' && exact !== 'note',
    kind,
    manyKinds: kinds.length > 1,
    unit: unitOf(whole),
  }
})

/** 大课间(下午) */
function ofNamedHalf(kind: ActivityKind, whole: string): ActivityKind {
  const half = /\((上|下)午[^()]*\)/.exec(whole)?.[1]
  if (half === undefined || kind.replace(/_(AM|PM)$/, '') !== 'BIG_BREAK') return kind
  return half === '上' ? 'BIG_BREAK_AM' : 'BIG_BREAK_PM'
}

/** The distinct kinds that a header names, 大课间 counted once whichever half of the day it means. */
export function kindsNamed(text: string): ActivityKind[] {
  if (exactRoles.some(([role, words]) => role !== 'total' && words.test(text))) return []
  const parts = text.split(/[、,,/;+&]|和|及/).filter(part => part !== '')
  const each = parts.map(kindOfHeader)
  if (parts.length > 1 && each.every(kind => kind !== null)) {
    const known = each.flatMap(kind => kind ?? [])
    const families = new Set(known.map(kind => kind.replace(/_(AM|PM)$/, '')))
    if (families.size > 1 || known.length === new Set(known).size) return [...new Set(known)]
  }
  const kind = kindOfHeader(text)
  return kind === null ? [] : [kind]
}

function roleOf(bare: string, namesKind: boolean): Role | null {
  const loose = firstFit(looseBeforeKinds, bare)
  if (loose !== null) return loose
  return namesKind ? null : firstFit(looseAfterKinds, bare)
}

function firstFit(roles: [Role, RegExp][], text: string): Role | null {
  return roles.find(([, words]) => words.test(text))?.[0] ?? null
}

function unitOf(whole: string): Unit | null {
  if (/分钟?\)?$|min/i.test(whole)) return 'minutes'
  return units.find(([, words]) => words.test(whole))?.[0] ?? null
}
