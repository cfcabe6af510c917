/** Which kinds of activity count towards the daily hour by default; eye and home exercise never do. */
export const activityKinds = [
  ...kinds(
    [
      'PE_LESSON',
      'BIG_BREAK_AM',
      'BIG_BREAK_PM',
      'MORNING_EXERCISE',
      'COLLECTIVE_EXERCISE',
      'AFTER_SCHOOL_SPORT',
      'COMPETITION',
    ],
    { counts: 1, never: 0 },
  ),
  ...kinds(['SHORT_BREAK', 'CLUB', 'TEAM_TRAINING', 'OTHER'], { counts: 0, never: 0 }),
  ...kinds(['EYE_EXERCISE', 'HOME_EXERCISE'], { counts: 0, never: 1 }),
]

function kinds(names: string[], flags: { counts: number; never: number }) {
  return names.map(kind => ({ kind, ...flags }))
}

/** Floor and target minutes a school day, in force at once. */
export const activityPolicies = [
  {
    stage: '' as const,
    purpose: 'floor' as const,
    minutes: 60,
    validFrom: '2023-01-01',
    source: '《体育法》第二十七条；连政办发〔2023〕57号第8条',
  },
  {
    stage: 'primary' as const,
    purpose: 'target' as const,
    minutes: 120,
    validFrom: '2025-02-17',
    source: '江苏省“2·15专项行动”（2025年1月）',
  },
  {
    stage: 'junior' as const,
    purpose: 'target' as const,
    minutes: 120,
    validFrom: '2025-02-17',
    source: '江苏省“2·15专项行动”（2025年1月）',
  },
]
