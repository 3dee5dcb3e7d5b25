import { withClient } from '../../postgres/index.mjs';
import { ask } from '../load/load.mjs';

/** What a command has left behind, without what differs from document to document. */
const TRACES = `
  SELECT jsonb_build_object(
    'document', (SELECT jsonb_build_array(d.status, d.version, d.waiting_organization_id = d.author_id,
        d.waiting_since > now() - interval '1 minute', d.responsible, d.seats, d.last_reason) FROM documents d WHERE d.id = $1),
    'history', (SELECT jsonb_agg(jsonb_build_array(h.type, h.shared, h.from_status, h.to_status,
          h.person_name IS NOT NULL, h.organization_name IS NOT NULL, h.request_id IS NOT NULL, h.ip,
          (SELECT array_agg(key ORDER BY key) FROM jsonb_object_keys(h.payload) key)))
        FROM history_entries h WHERE h.object_id = $1 AND h.at > now() - interval '1 minute'),
    'events', (SELECT jsonb_agg(jsonb_build_array(o.type, o.organization_id = d.author_id, o.before,
          o.after - ARRAY['title', 'authorId', 'recipientId', 'waitingOrganizationId'], o.after ? 'title')
          ORDER BY o.organization_id = d.author_id)
        FROM outbox o JOIN documents d ON d.id = o.object_id WHERE o.object_id = $1),
    'registry', (SELECT jsonb_agg(jsonb_build_array(e.direction, e.status, e.waiting_since IS NULL,
          e.updated_at > now() - interval '1 minute') ORDER BY e.direction)
        FROM registry_entries e WHERE e.document_id = $1),
    'signatures', (SELECT jsonb_agg(jsonb_build_array(s.role, s.level, s.test, s.certificate - ARRAY['owner', 'serialNumber'],
          octet_length(s.cms) > 1000, octet_length(v.report::text) > 1000, v.indication, v.policy_version, v.crl_sha256))
        FROM signatures s JOIN signature_validations v ON v.signature_id = s.id WHERE s.document_id = $1)
  ) AS traces`;

/**
 * Lets every contender do its command once and compares what is in the database afterwards.
 *
 * @param url the database, as superuser
 * @param contenders `[{server, request, document}]`
 * @throws an error when they did not write the same
 */
export async function sameRowsWritten(url, contenders) {
  const traces = [];
  for (const { server, request, document } of contenders) {
    await ask(server.port, request);
    traces.push(
      await withClient(url, async (client) => {
        const { rows } = await client.query(TRACES, [document]);
        return JSON.stringify(rows[0].traces, null, 1);
      }),
    );
  }
  const [first, ...others] = traces;
  const different = others.find((other) => other !== first);
  if (different) throw new Error(`product and floor write different rows:\n${first}\n${different}`);
}
