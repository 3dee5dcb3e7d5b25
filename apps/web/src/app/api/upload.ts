import { ApiError } from './api-error.js';
import { API_BASE } from './client.js';
import type { StoredFile } from './models.js';
import { reauthentication } from './reauthentication.js';

export interface Upload {
  /** The stored file. Rejects with an `ApiError`, or an `AbortError` after `cancel`. */
  readonly done: Promise<StoredFile>;
  cancel(): void;
}

/**
 * Sends one file to an address under the API and reports how much of it has gone, from 0 to 100. `fetch` cannot tell the progress of sending,
 * hence the older request object. An expired session is renewed once, as in every other call.
 */
export function uploadFile(address: string, file: File, onProgress: (percent: number) => void): Upload {
  const controller = new AbortController();
  const done = (async () => {
    let answer = await post(address, file, onProgress, controller.signal);
    if (answer.status === 401 && (await reauthentication.ask())) {
      answer = await post(address, file, onProgress, controller.signal);
    }
    if (answer.status !== 201) throw ApiError.fromBody(answer.status, answer.body);
    return answer.body as StoredFile;
  })();
  return { done, cancel: () => controller.abort() };
}

function post(
  address: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${API_BASE}${address}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener('load', () => resolve({ status: request.status, body: request.response }));
    request.addEventListener('error', () => reject(ApiError.network(new Error('upload failed'))));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
