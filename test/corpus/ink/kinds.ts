import { accepted, asked, type Ink, warned } from './ink.ts'

export interface Kind {
  code: string
  name: string
}

export const kinds = {
  lesson: { code: 'PE_LESSON', name: '体育课' },
  morningBreak: { code: 'BIG_BREAK_AM', name: '上午大课间' },
  afternoonBreak: { code: 'BIG_BREAK_PM', name: '下午大课间' },
  morning: { code: 'MORNING_EXERCISE', name: '早操' },
  after: { code: 'AFTER_SCHOOL_SPORT', name: '课后服务' },
  eyes: { code: 'EYE_EXERCISE', name: '眼保健操' },
  collective: { code: 'COLLECTIVE_EXERCISE', name: '阳光体育活动' },
  club: { code: 'CLUB', name: '体育社团' },
} satisfies Record<string, Kind>

const others: Record<string, string[]> = {
  PE_LESSON: ['体育', '体育与健康', '体育与健康课', '体 育 课', '體育課'],
  BIG_BREAK_AM: ['大课间', '大课间活动', '大课间（上午）', '课间操'],
  BIG_BREAK_PM: ['大课间（下午）', '下午大课间活动'],
  MORNING_EXERCISE: ['晨跑', '早锻炼'],
  AFTER_SCHOOL_SPORT: ['课后服务体育活动', '延时服务', '课后体育'],
  EYE_EXERCISE: ['眼操', '眼保操'],
  COLLECTIVE_EXERCISE: ['体育活动课', '集体锻炼'],
  CLUB: ['社团', '社团活动', '兴趣小组'],
}

export const tidyKind = ({ code, name }: Kind): Ink<string>[] => accepted(code, name)

/** An activity as schools name it. */
export function messyKind({ code, name }: Kind): Ink<string>[] {
  return [
    ...accepted(code, name, ...(others[code] ?? []), `${name}。`, ` ${name} `),
    ...warned(code, 'kind.note-ignored', `${name}（雨天室内）`, `1.${name}`),
    ...asked<string>('kind.unclear', `${name}（取消）`),
    ...asked<string>('kind.unknown', '班会'),
  ]
}
