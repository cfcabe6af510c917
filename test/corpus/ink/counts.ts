import { accepted, asked, type Ink, left, refused, warned } from './ink.ts'

export const tidyCount: Ink<number>[] = [44, 45, 43].flatMap(count => accepted(count, count))

/** Who took part of a class of 45, as domain.md 15 and schools write it. */
export const messyCount: Ink<number>[] = [
  ...accepted(45, 45, '45', '４５', '45名', '45 人', '45個', '四十五', '四十五人', '45人参加', '45人'),
  ...accepted(45, '男23女22', '45（男23，女22）', '应到45实到45'),
  ...accepted(42, '应到45人，请假3人', '42（应到45）', '应45实42'),
  ...accepted(0, 0, '0', '无', '零'),
  ...left<number>('/', '—', '不详', null),
  ...warned(42, 'count.subtracted', '45-3'),
  ...warned(45, 'count.whole-class', '全员', '全班', '到齐'),
  ...warned(40, 'count.about', '40左右', '约40'),
  ...warned(40, 'count.at-least', '≥40', '40余人'),
  ...warned(45, 'count.leading-zero', '045'),
  ...warned(45, 'count.added', '23+22'),
  ...asked<number>('count.total-differs', '46（男23，女22）'),
  ...asked<number>('count.unclear', '23/22', '40-50', '45（其中教师3）', '5 4', '45\n44', '45人次'),
  ...refused<number>('count.not-a-number', '若干', 'O45'),
  ...refused<number>('count.not-people', { number: 0.95, format: '0%' }),
  ...refused<number>('count.negative', '-3', -3),
  ...refused<number>('count.not-whole', 44.5),
  ...refused<number>('cell.error', { error: '#REF!' }),
]
