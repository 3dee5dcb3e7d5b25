import { OperationRunner } from '../../../src/modules/operations/index.js';
import { unzip } from '../../fixtures/downloads.js';
import type { Caller, TestApp } from '../../support/index.js';
import { idsIn } from './rows.js';
import { send, type Answer, type Shape } from './send.js';

const NO_DETAILS = { parameters: [], responses: {} };

const PARTS = ['', '/items', '/result'] as const;

/** Runs an operation that was taken in, and asks for all its person can learn of it: itself, its items, its file. */
export async function outcomeOf(test: TestApp, caller: Caller, taken: Answer): Promise<Answer[]> {
  const { id } = JSON.parse(taken.bytes.toString('utf8')) as { id: string };
  await test.app.get(OperationRunner).run(id);
  const answers: Answer[] = [];
  for (const part of PARTS) {
    const operation = {
      ...NO_DETAILS,
      operationId: part,
      method: 'GET',
      path: `/api/v1/operations/${id}${part}`,
    };
    const answer = await send(test, caller, operation, {});
    answers.push(answer);
    if (answer.headers['content-type'] !== 'application/zip') continue;
    for (const [name, bytes] of await unzip(answer.bytes)) {
      answers.push({ ...answer, bytes: Buffer.concat([Buffer.from(`${name}\n`), bytes]) });
    }
  }
  return answers;
}

/** What was told, without ids: those of the operation, of its request and of what is asker's own. */
export function told(outcome: readonly Answer[], request: Shape): object[] {
  const asked = idsIn(JSON.stringify(request));
  return outcome.flatMap(({ status, headers, bytes }) => {
    if (headers['content-type'] === 'application/zip' && bytes.subarray(0, 2).toString() === 'PK') return [];
    let text = bytes.toString('utf8');
    for (const id of asked) text = text.replaceAll(id, `asked ${asked.indexOf(id)}`);
    return [
      { status, text: text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/"size":\d+/, '"size"') },
    ];
  });
}
