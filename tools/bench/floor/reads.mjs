import { filterOf, pageStatement } from '../../../apps/api/dist/modules/documents/registry/filter.js';

const PAGE = 25;
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
    shapes.set(shape, pageStatement(filterOf(organizationId, query), query.sort, undefined, PAGE).statement);
  }
  const values = [organizationId, ...(direction ? [direction] : []), ...(status ? [status] : []), PAGE + 1];
  return { ...shapes.get(shape), values };
}

/** The card's projection: the product's function, which sets the scope itself; its JSON goes out as it comes. */
export const CARD = { name: 'floor.card', text: 'SELECT document_read($1, $2, $3)::text AS card' };
