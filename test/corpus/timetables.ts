import { banner, footer } from './layouts/layout.ts'
import { dateCell, paper } from './paper.ts'
import { putRows, type Registry } from './registry.ts'

const school = '2132900001'
const autumn = { validFrom: '2025-09-01', validTo: '2026-01-30' }
const week = ['周一', '周二', '周三', '周四', '周五']

/** A school's own timetable: several days in a cell, whole grades, a weekday merged over two classes, times as times. */
export function timetables(): Registry[] {
  const sheet = paper('课表')
  banner(sheet, 0, '东海县试验小学体育活动课表', 8)
  sheet.putRow(1, ['班别', '周几', '活动形式', '体育项目', '上课时间', '时长', '开始日期', '截止日期'])
  const first = dateCell('2025-09-01', 'yyyy-mm-dd')
  const last = '2026.1.30'
  const at = (hours: number, minutes: number) => ({ number: (hours * 60 + minutes) / 1440, format: 'h:mm' })
  const next = putRows(sheet, 2, [
    ['三（1）班', '周一、三、五', '体育课', '足球', at(9, 20), '40分钟', first, last],
    ['三(2)班', '星期二', '体育与健康课', null, '上午10点', 40, first, last],
    ['四年级', '周一至周五', '上午大课间', null, '9:40', 30, first, last],
    ['五(1)班', '周四', '体育课', null, '10:20', 40, first, last],
    ['五(2)班', null, '体育课', null, '11:05', 40, first, last],
    ['三(3)班', '每天', '体育课', null, '8:30', 40, first, last],
    ['三(9)班', '周一', '体育课', null, '8:30', 40, first, last],
    ['三(3)班', '单周二', '体育课', null, '8:30', 40, first, last],
    ['三(3)班', '周四', '体育课', null, '8:30', '1节', first, last],
    ['三(3)班', 5, '体育课', null, '8:30', 40, '2025-08-25', last],
  ])
  sheet.merge(5, 1, 6, 1)
  sheet.put(next + 1, 0, footer)
  const row = { code: school, kind: '体育课', minutes: 40, ...autumn }
  return [
    {
      file: '体育活动课表.xls',
      sheet: 'timetable',
      writer: 'biff8',
      school,
      papers: [sheet],
      rows: [
        ...['周一', '周三', '周五'].map(weekdays => ({ ...row, weekdays, sport: '足球', startsAt: '09:20' })),
        { ...row, weekdays: '周二', startsAt: '10:00' },
        ...[1, 2, 3, 4].flatMap(() =>
          week.map(weekdays => ({ ...row, weekdays, kind: '上午大课间', startsAt: '09:40', minutes: 30 })),
        ),
        { ...row, weekdays: '周四', startsAt: '10:20' },
        { ...row, weekdays: '周四', startsAt: '11:05' },
      ],
      problems: [
        { sheet: '课表', cell: 'A5', reading: 'warn', code: 'class.whole-grade' },
        { sheet: '课表', cell: 'B8', reading: 'ask', code: 'weekday.every-day' },
        { sheet: '课表', cell: 'A9', reading: 'reject', code: 'timetable.class-unknown' },
        { sheet: '课表', cell: 'B10', reading: 'ask', code: 'weekday.fortnight' },
        { sheet: '课表', cell: 'F11', reading: 'ask', code: 'minutes.lessons-unclear' },
        { sheet: '课表', cell: 'G12', reading: 'ask', code: 'timetable.summer' },
      ],
    },
  ]
}
