// Which queries show what a list, a run or a decision changes.

export const changedByLists = ['screening.lists', 'screening.openWork', 'screening.overview', 'home.read'] as const
export const changedByRun = ['screening.hits', 'screening.ofParty', 'screening.overview', 'screening.openWork', 'home.read'] as const
export const changedByDecision = [
  'screening.hits',
  'screening.ofParty',
  'screening.overview',
  'home.read',
  'assessments.list',
  'thirdParties.list',
] as const
