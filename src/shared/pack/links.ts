// Which question leads to which: the small graphs that several lint rules walk.

export type Links = ReadonlyMap<string, readonly string[]>

/** The pairs as lists: everything that each id leads to, in order. */
export function linksOf(pairs: Iterable<readonly [from: string, to: string]>): Links {
  const links = new Map<string, string[]>()
  for (const [from, to] of pairs) {
    const list = links.get(from)
    if (list === undefined) links.set(from, [to])
    else list.push(to)
  }
  return links
}

/** The start and everything that can be reached from it. */
export function closure(start: Iterable<string>, links: Links): Set<string> {
  const reached = new Set(start)
  for (const id of reached) for (const next of links.get(id) ?? []) reached.add(next)
  return reached
}

/** Id → number of its group: two ids are in one group when each can be reached from the other (Tarjan, 1972). */
export function groupsOf(links: Links): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>()
  const groups = new Map<string, number>()
  const trail: string[] = []
  const visit = (id: string): number => {
    const own = lowest.size
    lowest.set(id, own)
    trail.push(id)
    let low = own
    for (const next of links.get(id) ?? []) {
      if (groups.has(next)) continue
      low = Math.min(low, lowest.get(next) ?? visit(next))
      lowest.set(id, low)
    }
    if (low === own) for (const member of trail.splice(trail.lastIndexOf(id))) groups.set(member, own)
    return low
  }
  for (const id of links.keys()) if (!lowest.has(id)) visit(id)
  return groups
}
