import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that sends a ready request and waits for the whole answer. It knows as much of HTTP as
 * the bench's servers speak (a status line and Content-Length): the generator must cost less than what it measures.
 */
export class Connection {
  #socket;
  #chunks = [];
  #received = 0;
  #expected = Infinity;
  #settle;

  /** @returns an open connection */
  static open(port) {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  constructor(socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    const fail = (error) => this.#settle?.reject(error ?? new Error('the server closed the connection'));
    socket.on('error', fail);
    socket.on('close', () => fail());
  }

  /** @param request the whole request, head and body; @returns the status, and on `wholeBody` the body's text */
  send(request, wholeBody = false) {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject, wholeBody };
      this.#socket.write(request);
    });
  }

  close() {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    if (this.#expected === Infinity) this.#readHead();
    if (this.#received < this.#expected) return;
    const { resolve, wholeBody } = this.#settle;
    const answer = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const status = Number(answer.toString('latin1', 9, 12));
    this.#chunks = [];
    this.#received = 0;
    this.#expected = Infinity;
    resolve(wholeBody ? { status, body: bodyOf(answer) } : { status });
  }

  #readHead() {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    const end = this.#chunks[0].indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#chunks[0].toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    this.#expected = end + HEAD_END.length + Number(length ?? 0);
  }
}

const bodyOf = (answer) => answer.toString('utf8', answer.indexOf(HEAD_END) + HEAD_END.length);

/** A request as its bytes. */
export function encodeRequest({ method = 'GET', path, headers = {}, body }) {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const all = {
    host: '127.0.0.1',
    accept: 'application/json',
    ...headers,
    ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return payload ? Buffer.concat([head, payload]) : head;
}
