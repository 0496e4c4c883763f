// Reads the organization and its crown jewels: shared by every feature that assesses against them.
import { CrownJewel } from '#shared/domain/crown-jewel.ts'
import { Organization } from '#shared/domain/organization.ts'
import { query } from '#main/store/statement.ts'

export const readOrganization = query('SELECT name, country, activity, contact FROM organization', Organization)

/** Most harmful first. */
export const readCrownJewels = query('SELECT id, name, impact, note FROM crown_jewel ORDER BY impact DESC, added_at, id', CrownJewel)
