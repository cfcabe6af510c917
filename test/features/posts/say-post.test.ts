import { describe, expect, test } from 'vitest'
import { type PostInWords, requirementsOf, selectionOf } from '#app/features/posts/say-post.ts'
import { contentOf } from './content.ts'

const post: PostInWords = { ...contentOf({ schoolIds: [] }), sportName: '足球', sportNameEn: 'Football' }

describe('what is asked for, in plain words', () => {
  test('a line each, the entry check always', () => {
    expect(requirementsOf('zh-CN', post)).toEqual([
      '足球一级运动员及以上',
      '大专及以上学历',
      '35 周岁及以下（以报名截止日计）',
      '试用期（12 个月）内取得教师资格证',
      '同意并通过教职员工准入查询',
    ])
  })

  test('a result instead of the grade, and a post for retired athletes', () => {
    const or = { ...post, resultInstead: 'PROVINCIAL_TOP3' as const, mostAge: null }

    expect(requirementsOf('zh-CN', or)).toContain('足球一级运动员及以上，或获省级比赛前三名')
    expect(requirementsOf('zh-CN', { ...post, isReserved: true })[0]).toBe('面向退役运动员')
    expect(requirementsOf('en', or).join()).not.toMatch(/\p{Script=Han}/u)
  })

  test('a post that asks for nothing asks for the entry check', () => {
    const free = { leastGrade: '', leastEducation: '', mostAge: null, certificate: 'NONE' } as const

    expect(requirementsOf('zh-CN', { ...post, ...free })).toEqual(['同意并通过教职员工准入查询'])
  })
})

describe('how people are chosen', () => {
  test('an established post goes the long way', () => {
    expect(selectionOf('zh-CN', post)).toEqual([
      '资格审查',
      '笔试，占 30%，50 分合格',
      '按笔试成绩 1:3 入围，复审原件',
      '技能测试，占 70%，70 分合格',
      '体检',
      '考察与准入查询',
      '公示 7 个工作日',
      '签订合同，试用期 12 个月',
    ])
  })

  test('without a written test originals are checked before the skill test', () => {
    const steps = selectionOf('zh-CN', { ...post, writtenWeight: 0, skillWeight: 100, writtenPass: null })

    expect(steps.slice(1, 3)).toEqual(['复审原件', '技能测试，占 100%，70 分合格'])
  })

  test('every other post goes the short way, and never around the entry check', () => {
    const other = { ...post, engagement: 'VOLUNTEER' as const, probationMonths: 0 }

    expect(selectionOf('zh-CN', other)).toEqual(['学校和主管单位审核', '考察与准入查询', '签订协议'])
  })
})
