/**
 * The rows a command writes, by one statement: the document under a lock, the history entry, an event per party,
 * both registry rows, and for a signature its two rows. What the product decides and composes in between comes as
 * parameters.
 */

const MOVE = `
  d AS (SELECT id, author_id, employer_id, education_organization_id, current_revision_id, kind, version, status
          FROM documents WHERE id = $1 AND version = $2 AND status = $3 AND waiting_organization_id = $4 FOR UPDATE),
  who AS (SELECT concat_ws(' ', surname, given_name, patronymic) AS person,
                 (SELECT coalesce(short_name, full_name) FROM organizations WHERE id = $4) AS organization
            FROM people WHERE id = $5),
  history AS (
    INSERT INTO history_entries (id, at, organization_id, person_id, person_name, organization_name, object_type,
      object_id, type, shared, from_status, to_status, payload, ip, request_id)
    SELECT uuidv7(), $6::timestamptz, $4, $5, who.person, who.organization, 'document', d.id, $7, true, d.status, $8,
           $9::jsonb, '127.0.0.1', $10
      FROM d CROSS JOIN who),
  events AS (
    INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, actor_organization_id,
      actor_person_id, before, after, at)
    SELECT $11::uuid, party, $12, 'document', d.id, $4, $5,
           jsonb_build_object('status', d.status, 'version', d.version),
           jsonb_build_object('status', $8::text, 'statusLabel', $13::text, 'version', d.version + 1, 'kind', d.kind,
             'title', (SELECT title FROM revisions WHERE id = d.current_revision_id),
             'authorId', d.author_id, 'recipientId', $4::uuid, 'waitingOrganizationId', d.author_id), $6::timestamptz
      FROM d CROSS JOIN LATERAL unnest(ARRAY[d.author_id, $4::uuid]) party),
  registry AS (
    UPDATE registry_entries e SET status = $8, updated_at = $6::timestamptz,
           waiting_since = CASE WHEN e.organization_id = d.author_id THEN $6::timestamptz END
      FROM d WHERE e.document_id = d.id AND e.organization_id IN (d.employer_id, d.education_organization_id))`;

const TURN = `status = $8, waiting_organization_id = d.author_id, waiting_since = $6::timestamptz,
    version = d.version + 1, updated_at = $6::timestamptz`;

/** Values 14 and 15: the responsible person, seats. */
export const APPROVE = {
  name: 'floor.approve',
  text: `WITH ${MOVE}
    UPDATE documents SET ${TURN}, responsible = $14::jsonb, seats = $15::integer, last_reason = NULL
      FROM d WHERE documents.id = d.id RETURNING documents.id, documents.status, documents.version`,
};

/** Values 14 to 20: the signature's id, CMS, its SHA-256, the certificate's record, report, policy, lists. */
export const SIGN = {
  name: 'floor.sign',
  text: `WITH ${MOVE},
    signed AS (
      INSERT INTO signatures (id, frozen_file_id, revision_id, document_id, organization_id, person_id, role,
        person_name, position, cms, cms_sha256, level, certificate, test, claimed_at, received_at)
      SELECT $14::uuid, f.id, f.revision_id, d.id, $4, $5, 'recipient', who.person, 'Руководитель', $15::bytea,
             $16, 'CAdES-BES', $17::jsonb, true, $6::timestamptz, $6::timestamptz
        FROM d CROSS JOIN who JOIN frozen_files f ON f.revision_id = d.current_revision_id),
    judged AS (
      INSERT INTO signature_validations (id, signature_id, at, indication, report, policy_version, crl_sha256)
      SELECT uuidv7(), $14::uuid, $6::timestamptz, 'TOTAL-PASSED', $18::jsonb, $19, $20::text[] FROM d)
    UPDATE documents SET ${TURN}
      FROM d WHERE documents.id = d.id RETURNING documents.id, documents.status, documents.version`,
};
