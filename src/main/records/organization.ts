// Reads the organization and its crown jewels: shared by every feature that assesses against them.
import { z } from 'zod'
import { CrownJewel } from '#shared/domain/crown-jewel.ts'
import { Organization } from '#shared/domain/organization.ts'
import { OrganizationProfile } from '#shared/domain/organization-profile.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

export const readOrganization = query('SELECT name, country, activity, contact FROM organization', Organization)

/** Those in use, most harmful first. What is archived stands in signed documents only. */
export const readCrownJewels = query(
  `SELECT id, name, impact, note FROM crown_jewel
   WHERE NOT EXISTS (SELECT 1 FROM jewel_register WHERE jewel_id = crown_jewel.id AND archived_at IS NOT NULL)
   ORDER BY impact DESC, added_at, id`,
  CrownJewel,
)

export const readOrganizationProfile = query(
  'SELECT size, technology_areas AS technologyAreas, described_on AS describedOn FROM organization_profile',
  z
    .strictObject({ size: z.string(), technologyAreas: z.string().transform((text): unknown => JSON.parse(text)), describedOn: z.string() })
    .pipe(OrganizationProfile),
)

/** How big the organization is and what it works on; null when nobody said. */
export function findOrganizationProfile(db: ReadDb): OrganizationProfile | null {
  return db.first(readOrganizationProfile) ?? null
}
