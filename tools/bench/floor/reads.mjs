import { filterOf } from '../../../apps/api/dist/modules/documents/registry/filter.js';
import { pageStatement } from '../../../apps/api/dist/modules/documents/registry/page-statement.js';

const PAGE = 25;
/** Kinds that end the document they hang on, as the product's registry of kinds names them. */
const TERMINATING = ['SUPPLEMENTARY_TERMINATION'];
const shapes = new Map();

/**
 * The registry's page: the very statement the product sends, made once per shape of the query.
 *
 * @returns `{name, text, values}`
 */
export function pageQuery(organizationId, parameters) {
  const query = { sort: '-updatedAt' };
  const direction = parameters.get('direction');
  const status = parameters.get('status');
  if (direction) query.direction = direction;
  if (status) query.status = [status];
  const shape = Object.keys(query).join();
  if (!shapes.has(shape)) {
    const filter = filterOf(organizationId, query);
    shapes.set(shape, pageStatement(filter, query.sort, undefined, PAGE, TERMINATING).statement);
  }
  const filters = [...(direction ? [direction] : []), ...(status ? [status] : [])];
  const values = [organizationId, ...filters, PAGE + 1, TERMINATING];
  return { ...shapes.get(shape), values };
}

/** The card's projection: the product's function, which sets the scope itself; its JSON goes out as it comes. */
export const CARD = { name: 'floor.card', text: 'SELECT document_read($1, $2)::text AS card' };
