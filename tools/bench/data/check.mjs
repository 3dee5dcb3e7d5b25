import { withClient } from '../../postgres/index.mjs';

const LABEL = 'Договор на период практики';

/** Takes some documents' registry rows away and lets the product's own function write them. */
const REWRITE = `
  CREATE TEMPORARY TABLE sampled ON COMMIT DROP AS
    SELECT id FROM documents TABLESAMPLE SYSTEM (5) REPEATABLE (7) LIMIT 300;
  CREATE TEMPORARY TABLE made ON COMMIT DROP AS
    SELECT e.* FROM registry_entries e JOIN sampled ON sampled.id = e.document_id;
  DELETE FROM registry_entries e USING sampled WHERE e.document_id = sampled.id;`;

const DIFFERENT = `
  WITH written AS (SELECT e.* FROM registry_entries e JOIN sampled ON sampled.id = e.document_id)
  SELECT (SELECT count(*) FROM written) AS rows,
         (SELECT count(*) FROM ((TABLE made EXCEPT TABLE written) UNION ALL (TABLE written EXCEPT TABLE made)) x)
           AS different`;

/**
 * Are the made registry rows those the product would have written?
 * @throws an error when a single column of a sample differs
 */
export async function checkRegistryRows(url) {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query(REWRITE);
    await client.query('SELECT registry_sync(id, $1) FROM sampled', [LABEL]);
    const { rows } = await client.query(DIFFERENT);
    await client.query('ROLLBACK');
    if (Number(rows[0].rows) === 0) throw new Error('The sample of registry rows is empty');
    if (Number(rows[0].different) > 0) {
      throw new Error(`The bench's registry rows are not the product's: ${rows[0].different} differ`);
    }
  });
}
