// What shows the organization's own answers.
export const refreshedByAnswers = ['organization.questions', 'organization.waitingDrafts', 'guide.read'] as const
