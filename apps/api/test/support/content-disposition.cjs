/**
 * @fastify/static (CommonJS) requires content-disposition (ESM only). Node does that, jest does not yet: this hands
 * it to Node's own loader.
 */
const { createRequire } = process.getBuiltinModule('node:module');

module.exports = createRequire(__filename)('content-disposition');
