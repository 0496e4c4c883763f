// The mutants: one small fault each that a careless change could bring in, and that a test has to notice.

export interface Mutant {
  readonly file: string
  readonly find: string
  readonly replace: string
}

type Row = readonly [find: string, replace: string]

const scoring: Readonly<Record<string, readonly Row[]>> = {
  'truth.ts': [
    ['return left < right ? left : right', 'return left > right ? left : right'],
    ['return left > right ? left : right', 'return left < right ? left : right'],
    ['if (truth === maybe) return maybe', 'if (truth === maybe) return yes'],
  ],
  'tables.ts': [
    ['10 * part > end * whole', '10 * part >= end * whole'],
    ['tierRank(left) < tierRank(right) ? right : left', 'tierRank(left) > tierRank(right) ? right : left'],
    ['[M, H, C, C]', '[M, H, H, C]'],
    ['[M, H, H, C]', '[M, M, H, C]'],
    ['= [2, 4, 7] as const', '= [2, 5, 7] as const'],
  ],
  'apportion.ts': [
    ['(20_000 * part + whole)', '(20_000 * part)'],
    ['two.remainder - one.remainder', 'one.remainder - two.remainder'],
    ['byRemainder.slice(0, left)', 'byRemainder.slice(0, left - 1)'],
  ],
  'gap.ts': [
    ['if (children.length === 0) return (gate * wholeValue) / 2', 'if (children.length === 0) return (gate * wholeValue) / 4'],
    ['(2 * weight + missing)', '(weight + missing)'],
    ['sum + child.weight * child.severity', 'sum + child.severity'],
    ['{ lo: 0, hi: 2 }', '{ lo: 0, hi: 1 }'],
    ["return shown !== undefined && shown.reading.state !== 'not-applicable'", 'return shown !== undefined'],
    ['applicable.some((shown) => shown.isAnswered)', 'applicable.every((shown) => shown.isAnswered)'],
    ['best: residualTier(inherent.best, band.best)', 'best: residualTier(inherent.worst, band.best)'],
    ['worst: gapBand(hi.part, hi.whole)', 'worst: gapBand(lo.part, lo.whole)'],
    ['isCertain: gate.visibility === yes', 'isCertain: true'],
    ["end === 'hi' ? own <= part : own >= part", "end === 'hi' ? own > part : own < part"],
    ['? lo : { ...lo, part: 0, counted: [] }', '? lo : lo'],
    ['hi: gateHi * child.weight * child.hi', 'hi: gateHi * child.hi'],
  ],
  'flags.ts': [
    ['return and(visibility, truth)', 'return truth'],
    ['fires === no && evaluate(rule.unresolvedWhen, run) !== no', 'fires === no && evaluate(rule.unresolvedWhen, run) === yes'],
    ["flag.state === 'fired' ? worseTier(raised.best, floor) : raised.best", 'worseTier(raised.best, floor)'],
    ["level === 'stop' ? 'critical' : 'high'", "level === 'stop' ? 'high' : 'high'"],
    ['worst: worseTier(raised.worst, floor)', 'worst: raised.worst'],
    ["truth === yes ? 'fired' : 'unresolved'", "truth !== yes ? 'fired' : 'unresolved'"],
  ],
  'verdict.ts': [
    ['tierRank(tier.worst) > tierRank(table.worst)', 'tierRank(tier.worst) >= tierRank(table.worst)'],
    ['if (residuals.length === 0) return inherent', "if (residuals.length === 0) return { best: 'low', worst: 'low' }"],
    ['one.residual?.worst === tier.worst', 'one.residual?.best === tier.worst'],
    ['isSure ? worst :', 'true ? worst :'],
    ["worst === 'low' && confidence === 'low'", "confidence === 'low'"],
  ],
  'confidence.ts': [
    ['2 * fair < total', '2 * fair <= total'],
    ['5 * strong >= 4 * total', '5 * strong > 4 * total'],
    ['isResolved && ', ''],
    [' || hasWeakFlag', ''],
    ['(shown.question.flags.length > 0 ? 1 : 0)', '1'],
    ["if (shown.reading.state === 'not-applicable') continue", "if (shown.reading.state === 'open') continue"],
  ],
  'evidence.ts': [
    ['evidenceExpiresOn < asOf', 'evidenceExpiresOn <= asOf'],
    ["evidenceGrade !== 'U' && ", ''],
    ["C: 'D'", "C: 'C'"],
  ],
  'badges.ts': [
    ['5 * excluded > ', '5 * excluded >= '],
    ['!shown.reading.isCountersigned && ', ''],
    ['ranks.length > 0 || ', ''],
    ['if (tier.best === tier.worst) return []', 'if (tier.best !== tier.worst) return []'],
    ["flag.state === 'unresolved'", "flag.state === 'fired'"],
    ['rule.dueAfter < run.asOf', 'rule.dueAfter > run.asOf'],
    ['check.verifyBy < run.asOf', 'check.verifyBy > run.asOf'],
  ],
  'inherent.ts': [
    ['count > (option.thresholdCount', 'count >= (option.thresholdCount'],
    ['visibility === yes ? range.best : 1', 'range.best'],
    ['truth === no ? 1 : rule.rank', 'truth === yes ? rule.rank : 1'],
    ['options.length >= (type.breadthBonusFrom', 'options.length > (type.breadthBonusFrom'],
    ['truthOf(severity === 2)', 'truthOf(severity === 1)'],
    ['jewel === undefined ? { best: 1, worst: highestRank }', 'jewel === undefined ? { best: 1, worst: 1 }'],
    ['if (count === null) return { best: below, worst: above }', 'if (count === null) return { best: below, worst: below }'],
  ],
  'reading.ts': [
    ["value.reason.trim() === ''", "value.reason === ''"],
    ['value.options.length === 1', 'value.options.length >= 1'],
    ['value.count > type.max', 'value.count >= type.max'],
    ["if (reading.value.choice === 'partly') return 1", "if (reading.value.choice === 'partly') return 2"],
    ['type.roles.some((role) => role.id === id)', 'type.roles.length > 0'],
    ['bp > wholeBp', 'bp >= wholeBp'],
    ["value.kind === 'unknown' || value.kind === 'declined'", "value.kind === 'unknown'"],
  ],
  'evaluate.ts': [
    ['condition.since <= context.asOf', 'condition.since < context.asOf'],
    ['value.shareBp >= atLeast * 100', 'value.shareBp > atLeast * 100'],
    ['and(seen.visibility, whatItSays(leaf, seen))', 'whatItSays(leaf, seen)'],
    ["if (seen.reading.state === 'open') return maybe", "if (seen.reading.state === 'open') return no"],
    ['let truth: Truth = yes', 'let truth: Truth = maybe'],
  ],
  'plan.ts': [
    ["profile === 'full' || question.isLite", 'question.isLite'],
    ["question.audience.includes('organization') || ", ''],
    ['own === null ? gate : { all: [gate, own] }', 'own ?? gate'],
    ['when: when ?? { bad: id }', 'when: when ?? never'],
  ],
  'run.ts': [
    ['given.has(answer.questionId) ? contradiction : answer', 'answer'],
    ["? 'not-asked' : 'unknown-question'", "? 'unknown-question' : 'unknown-question'"],
    ["isKnown ? effectiveGrade(given, context.asOf) : 'U'", 'given.evidenceGrade'],
    ['if (visibility === no) {', 'if (visibility !== yes) {'],
    ['offered?.has(option) !== true', 'offered?.has(option) === true'],
  ],
  'ask-first.ts': [
    ['child.id === id ? 0 : child.hi', 'child.hi'],
    ['unit.weight * value * gap.hi.weight', 'unit.weight * value * gap.weightTotal'],
    ['index.isSure ? residual :', 'index.isSure ? inherent :'],
    ['worst: fact.best', 'worst: fact.worst'],
    ['two.tierSteps - one.tierSteps || ', ''],
    ["counted?.reading.state === 'known' ? [shown, counted] : [shown]", '[shown]'],
    [' || two.gapBp - one.gapBp', ''],
    ['=== no)', '!== no)'],
  ],
  'findings.ts': [
    ["(level === 'stop' ? 0 : 2)", "(level === 'stop' ? 2 : 0)"],
    ['two.tier - one.tier ||', ''],
    ['two.finding.hiBp - one.finding.hiBp ||', ''],
    ['if (ruleId === finding.id)', 'if (ruleId !== finding.id)'],
    ["return severity === 1 ? 'partly' : null", 'return null'],
  ],
  'blockers.ts': [
    ['answeredCount === 0', 'answeredCount < 0'],
    ["domain.state === 'not-assessed'", "domain.state === 'nothing-applies'"],
  ],
  'reassessment.ts': [
    ['on >= latest', 'on <= latest'],
    ["isUnconfirmed ? 'moderate' : tier.worst", 'tier.worst'],
    ['critical: 6', 'critical: 12'],
  ],
  'calendar.ts': [
    ['year % 100 !== 0', 'year % 100 === 0'],
    ['[4, 6, 9, 11]', '[4, 6, 9]'],
  ],
  'screening.ts': [
    ["screening.outcome === 'match' ? yes : maybe", "screening.outcome === 'match' ? maybe : maybe"],
    ["level: 'stop' as const", "level: 'high' as const"],
    ['> editionLimitDays', '>= editionLimitDays'],
  ],
  'score.ts': [
    ['answeredCount === 0 ? null : driver', 'driver'],
    ['[...standing, ...screeningFloor(screening)]', '[...standing]'],
  ],
  'vector.ts': [
    ["return 'X'", "return 'U'"],
    ["flag.state === 'fired' ? '!' : '?'", "flag.state === 'fired' ? '?' : '!'"],
  ],
  'compare.ts': [
    ['one.meaning === other.meaning &&', ''],
    ['tierRank(second.best) - tierRank(first.best)', 'tierRank(first.best) - tierRank(second.best)'],
    ['isInBoth ? other.hiBp - one.hiBp : null', 'isInBoth ? other.hiBp - one.loBp : null'],
  ],
}

const exchange: Readonly<Record<string, readonly Row[]>> = {
  'sealed-file.ts': [
    ['if (!isSealOf(text, envelope.data, sha256))', "if (text === '')"],
    ['if (nestingOf(text) > deepest)', 'if (nestingOf(text) > 10 * deepest)'],
    ['if (!isSealOf(text, value.data, sha256))', "if (text === '')"],
  ],
  'answer-file.ts': [
    ["provesNothing.has(answer.value.kind) ? 'U' : 'C'", "provesNothing.has(answer.value.kind) ? 'C' : 'C'"],
    ['file.pack.sha256 === expected.packSha256 && ', ''],
    ['file.requestSha256 === request.sha256', 'file.requestSha256 !== null'],
  ],
  'request.ts': [
    ["question.answeredBy === 'third-party' && shownIds", 'shownIds'],
    ['answers: sharedKnowledge(input)', 'answers: input.answers'],
    ["!one.audience.includes('organization')", 'one.audience.length > 0'],
  ],
  'merge.ts': [
    ["kind === 'not-applicable' ? textOf([kind]) : textOf(value)", 'textOf(value)'],
    ['answer.evidenceGrade > weakest', 'answer.evidenceGrade < weakest'],
  ],
  'traces.ts': [['const shortest = 4', 'const shortest = 5']],
}

function rowsOf(folder: string, files: Readonly<Record<string, readonly Row[]>>): Mutant[] {
  return Object.entries(files).flatMap(([name, rows]) =>
    rows.map(([find, replace]) => ({ file: `src/shared/${folder}/${name}`, find, replace })),
  )
}

/** Mutants by the folder whose tests have to kill them. */
export const mutants: readonly Mutant[] = [...rowsOf('scoring', scoring), ...rowsOf('exchange', exchange)]
