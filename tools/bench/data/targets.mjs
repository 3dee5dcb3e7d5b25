/** What the measurements are aimed at, read from the data. Every function takes the database as superuser. */
import { withClient } from '../../postgres/index.mjs';

/** Fewer documents than this do not fill a page under a filter by status. */
const ENOUGH = 250;

/** Organizations of every size that fill a page, the same at every run. */
const ORGANIZATIONS = `
  SELECT id, side FROM (SELECT o.id, o.side, (SELECT count(*) FROM (SELECT FROM registry_entries e
                                 WHERE e.organization_id = o.id LIMIT $1 + 1) x) AS documents
                    FROM organizations o WHERE o.acting) counted
   WHERE documents > $1 ORDER BY md5(id::text) LIMIT $2`;

/** The organizations with the most documents; the first numbers are drawn most often (see 20-documents.sql). */
const LARGEST = `
  SELECT id FROM (SELECT o.id, o.full_name, (SELECT count(*) FROM (SELECT FROM registry_entries e
                                 WHERE e.organization_id = o.id LIMIT 200000) x) AS documents
                    FROM organizations o WHERE o.acting) counted
   ORDER BY documents DESC, full_name LIMIT $1`;

const DOCUMENTS = `
  SELECT d.id, party.organization FROM documents d TABLESAMPLE SYSTEM ($1) REPEATABLE (11)
   CROSS JOIN LATERAL (VALUES (d.author_id), (CASE WHEN d.status <> 'DRAFT' THEN d.employer_id END)) party (organization)
   WHERE party.organization = ANY ($2::uuid[]) ORDER BY md5(d.id::text) LIMIT $3`;

/** Documents whose recipient is to move; in an order that puts large and small organizations side by side. */
const WAITING = `
  SELECT id, version, waiting_organization_id AS organization, current_revision_id AS revision
    FROM documents WHERE status = $1 AND ($2::uuid[] IS NULL OR waiting_organization_id = ANY ($2::uuid[]))
   ORDER BY md5(id::text) LIMIT $3`;

/** @returns `[{id, side}]` */
export const organizations = (url, count) =>
  withClient(url, async (client) => (await client.query(ORGANIZATIONS, [ENOUGH, count])).rows);

/** @returns ids */
export const largestOrganizations = (url, count) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(LARGEST, [count]);
    return rows.map(({ id }) => id);
  });

/** @returns ids of the organizations of the marketplace that have people, of both sides */
export const actingOrganizations = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('SELECT id FROM organizations WHERE acting ORDER BY id');
    return rows.map(({ id }) => id);
  });

/** @returns `[{id, organization}]`: documents with one of the given organizations that is a party and sees it */
export const documentsOf = (url, parties, count) =>
  withClient(url, async (client) => (await client.query(DOCUMENTS, [100, parties, count])).rows);

/** @returns `[{id, version, organization, revision}]` */
export const waitingDocuments = (url, status, count, parties = null) =>
  withClient(url, async (client) => (await client.query(WAITING, [status, parties, count])).rows);

/** @returns how many documents the organization's registry shows */
export const documentCount = (url, organization) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('SELECT count(*) FROM registry_entries WHERE organization_id = $1', [
      organization,
    ]);
    return Number(rows[0].count);
  });

const EMPLOYERS = `
  SELECT waiting_organization_id AS id FROM documents WHERE status = 'ON_SIGNING'
   GROUP BY waiting_organization_id ORDER BY count(*) DESC, id LIMIT $1`;

/** @returns ids of those who have the most to sign */
export const largestEmployers = (url, count) =>
  withClient(url, async (client) => (await client.query(EMPLOYERS, [count])).rows.map(({ id }) => id));

const BUSIEST = `
  SELECT waiting_organization_id AS id FROM documents WHERE status = $1
   GROUP BY waiting_organization_id ORDER BY count(*) DESC, id LIMIT 1`;

/** @returns the id of the recipient that has the most documents in a status */
export const busiestRecipient = (url, status) =>
  withClient(url, async (client) => (await client.query(BUSIEST, [status])).rows[0].id);

const VERDICT = `
  SELECT s.certificate::text, v.report::text, v.policy_version AS "policyVersion",
         v.crl_sha256 AS lists, (SELECT h.payload - 'signatureId' FROM history_entries h
           WHERE h.object_id = s.document_id AND h.type = 'signed') AS payload
    FROM signatures s JOIN signature_validations v ON v.signature_id = s.id WHERE s.document_id = $1`;

/** @returns what the product stored of a signature's verdict */
export const storedVerdict = (url, document) =>
  withClient(url, async (client) => (await client.query(VERDICT, [document])).rows[0]);
