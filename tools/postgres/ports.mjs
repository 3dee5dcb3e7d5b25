import { createServer } from 'node:net';

/** A TCP port of the loopback interface that nobody listens on now. */
export function freePort() {
  return withListener(0, '127.0.0.1', (server) => server.address().port);
}

/** Whether one could listen on the port now. @param host the interface; all of them by default */
export async function isPortFree(port, host) {
  try {
    await withListener(port, host, () => undefined);
    return true;
  } catch (error) {
    if (error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

function withListener(port, host, use) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const result = use(server);
      server.close(() => resolve(result));
    });
  });
}
