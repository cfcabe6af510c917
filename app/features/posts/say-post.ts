import { type Locale, say } from '#app/i18n/text.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import { goesLongWay } from '../coaching/grades.rule.ts'
import type { PostContent } from './post.rule.ts'
import { requirementText, selectionText } from './posts.text.ts'

export type PostInWords = Omit<PostContent, 'schoolIds' | 'stages'> & {
  sportName: string
  sportNameEn: string
}

export type Requirement = 'retired' | 'grade' | 'education' | 'age' | 'experience' | 'certificate'

/** What the post asks for, a plain sentence each. */
export function requirementsOf(locale: Locale, post: PostInWords): string[] {
  const asked = Object.values(requirementBy(locale, post)).filter(line => line !== null)
  return [...asked, say(locale, requirementText.entryCheck)]
}

/** The same by rule; null for what the post does not ask. */
export function requirementBy(locale: Locale, post: PostInWords): Record<Requirement, string | null> {
  const { leastEducation, mostAge, leastExperience: years } = post
  const education = say(locale, coachingText.education[leastEducation])
  return {
    retired: post.isReserved ? say(locale, requirementText.retired) : null,
    grade: gradeAsked(locale, post),
    education: leastEducation === '' ? null : say(locale, requirementText.education, { education }),
    age: mostAge === null ? null : say(locale, requirementText.age, { age: mostAge }),
    experience: years === 0 ? null : say(locale, requirementText.experience, { years }),
    certificate: certificateAsked(locale, post),
  }
}

function gradeAsked(locale: Locale, post: PostInWords): string | null {
  if (post.leastGrade === '') return null
  const sport = locale === 'en' ? post.sportNameEn : post.sportName
  const grade = say(locale, coachingText.grade[post.leastGrade])
  const result = say(locale, coachingText.result[post.resultInstead])
  return post.resultInstead === ''
    ? say(locale, requirementText.grade, { grade, sport })
    : say(locale, requirementText.gradeOrResult, { grade, sport, result })
}

function certificateAsked(locale: Locale, post: PostInWords): string | null {
  if (post.certificate === 'NONE') return null
  return post.certificate === 'NOW'
    ? say(locale, requirementText.certificateNow)
    : say(locale, requirementText.certificateLater, { months: post.probationMonths })
}

/** How people are chosen: the long way of public recruitment, or the short one. */
export function selectionOf(locale: Locale, post: PostInWords): string[] {
  const { writtenWeight, skillWeight, shortListRatio, probationMonths: months } = post
  const isWritten = writtenWeight > 0
  const written = { weight: writtenWeight, pass: marksOf(post.writtenPass) }
  const skill = { weight: skillWeight, pass: marksOf(post.skillPass) }
  const tests = [
    isWritten && say(locale, selectionText.written, written),
    isWritten && say(locale, selectionText.shortList, { ratio: shortListRatio }),
    !isWritten && say(locale, selectionText.recheck),
    skillWeight > 0 && say(locale, selectionText.skill, skill),
  ]
  const steps = goesLongWay(post.engagement)
    ? [
        say(locale, selectionText.eligibility),
        ...tests,
        say(locale, selectionText.medical),
        say(locale, selectionText.vetting),
        say(locale, selectionText.publicity),
        say(locale, selectionText.contract, { months }),
      ]
    : [
        say(locale, selectionText.review),
        say(locale, selectionText.vetting),
        post.engagement === 'VOLUNTEER'
          ? say(locale, selectionText.agreement)
          : say(locale, selectionText.contract, { months }),
      ]
  return steps.filter(step => step !== false)
}

/** Marks × 100 as people write them: 7000 is '70', 6050 is '60.5'; null for none. */
export function marksOf(hundredths: number | null): string | null {
  return hundredths === null ? null : String(hundredths / 100)
}
