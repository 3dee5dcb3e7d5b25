import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The two registries of organizations at a hundred thousand rows, invitations into the product, waiting applications. */
export class RegistriesOfOrganizations1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX organizations_by_region ON organizations (side, region_code, full_name, id);
      CREATE INDEX organizations_by_type ON organizations (side, education_type, full_name, id);
      CREATE INDEX organizations_by_form ON organizations (side, legal_form, full_name, id);
      CREATE INDEX organizations_acting ON organizations (side, full_name, id) WHERE acting;
      CREATE INDEX organizations_by_inn ON organizations (inn);

      -- Organizations of a side that hold every pattern; one more than p_most when there are more: a text so common is
      -- not worth fetching, any stretch of the registry has it. Planned anew with the patterns in it, because how rare
      -- they are decides between the index and a walk that soon ends.
      CREATE FUNCTION organization_search(p_side text, p_patterns text[], p_most integer) RETURNS SETOF uuid
        LANGUAGE plpgsql STABLE ROWS 100 SET search_path = public SET max_parallel_workers_per_gather = 0 AS $$
        DECLARE
          condition text;
        BEGIN
          SELECT string_agg(format('search_text LIKE %L', pattern), ' AND ') INTO condition
            FROM unnest(p_patterns) pattern;
          RETURN QUERY EXECUTE format('SELECT id FROM organizations WHERE side = %L AND %s LIMIT %s',
                                      p_side, condition, p_most + 1);
        END $$;
      REVOKE ALL ON FUNCTION organization_search(text, text[], integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION organization_search(text, text[], integer) TO praktika_app;

      -- What lies between two organizations, for the partner's card.
      CREATE INDEX registry_by_partner_kind ON registry_entries (organization_id, partner_id, kind);
      CREATE INDEX documents_concluded_of_pair
        ON documents (employer_id, education_organization_id, concluded_at DESC) INCLUDE (seats)
        WHERE status = 'CONCLUDED';

      -- Applications that wait for the organization's decision, for the counter on every page.
      CREATE INDEX applications_waiting ON applications (recipient_id) WHERE status = 'SENT';
    `);
    await runner.query(`
      -- Whom an organization has invited into the product, by a letter to an address.
      CREATE TABLE organization_invitations (
        id uuid PRIMARY KEY,
        inviter_id uuid NOT NULL REFERENCES organizations,
        organization_id uuid NOT NULL REFERENCES organizations,
        email text NOT NULL,
        person_id uuid NOT NULL REFERENCES people,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX invitations_of_pair ON organization_invitations (inviter_id, organization_id, sent_at DESC);
      CREATE INDEX invitations_of_inviter ON organization_invitations (inviter_id, sent_at);

      ALTER TABLE organization_invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON organization_invitations
        USING (inviter_id = app_organization()) WITH CHECK (inviter_id = app_organization());
      CREATE POLICY maintenance ON organization_invitations TO praktika_owner USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON organization_invitations TO praktika_app;
      GRANT SELECT ON organization_invitations TO praktika_jobs;

      -- Where a letter goes that is not for the profile's address of the organization it belongs to.
      ALTER TABLE mails ADD COLUMN addressee text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
