/** Pages that show rows and need no export of their own, each with why. */
export const withoutExport: Readonly<Record<string, string>> = {
  '': 'sums up pages that have one',
  'posts/:number/notice':
    'is a public paper, printed as it stands; recruitment/posts/:id/candidates has the rows',
  'titles/notices/:id': 'is a public paper, printed as it stands; titles/notices has the figures',
  'applications/:id': 'is in the file of all that is kept about somebody, profile/data.xlsx',
  account: 'shows where somebody is signed in, to be ended there',
  'admin/accounts/:id': 'is a form; admin/accounts has the rows',
  'calendar/terms': 'is a form over the terms that calendar offers',
  'entry-checks/:personId':
    'holds what was answered about one person; entry-checks has who is to be asked about',
  'imports/:id': 'is taken out as the uploaded file with its problems marked',
  'u/:token/:upload': 'shows a teacher the file that was sent just now',
  words: 'is taken out as a sheet that can be imported again',
  'titles/batches/:id/designate': 'is a form over the schools that titles/applications offers',
  'titles/reviews/:id': 'is a form; titles/batches/:id/scores has what was given',
  'titles/applications/:id/edit': 'is a form in which a school scores itself',
  'titles/:id/review': 'is a form over the reports that titles/:id offers',
  'recruitment/applications/:id': 'holds one person’s papers; recruitment/posts/:id/candidates has the rows',
  'recruitment/applications/:id/score': 'is a form; recruitment/posts/:id/candidates has the scores',
}
