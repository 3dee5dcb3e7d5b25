/** The load of the drills: both parties press at once on the same documents. */
import { randomUUID } from 'node:crypto';
import { signIn } from './client.mjs';
import { createOnSigning } from './documents.mjs';

/**
 * Documents on signing, each with the signatures that its parties are about to press, made beforehand.
 *
 * @param options `{system, pair, signing, ledger, count}`
 * @returns `{documents, author, recipient, parties}` for `race`; author and recipient are callers
 */
export async function prepareRaces({ system, pair, signing, ledger, count }) {
  const { employer, university } = pair;
  const options = { ledger };
  const [manager, authorHead, recipientHead] = await Promise.all([
    signIn(system.urls, university.manager, options),
    signIn(system.urls, university.head, options),
    signIn(system.urls, employer.head, options),
  ]);
  const made = await createOnSigning(manager, employer.id, count);
  const documents = [];
  for (const document of made) {
    documents.push({
      ...document,
      byRecipient: await signing.sign(employer, document.bytes),
      again: await signing.sign(employer, document.bytes),
      byAuthor: await signing.sign(university, document.bytes),
    });
  }
  return { documents, manager, authorHead, recipientHead };
}

/**
 * Fires everything: for each document the employer's head signs while the university withdraws; on every fourth the
 * head presses twice; on every third nobody withdraws and the university signs after the employer.
 *
 * @param options.onAnswer called with the number of final answers after each
 * @returns every command with its outcome
 */
export async function race(load, { onAnswer = () => undefined } = {}) {
  const finished = [];
  const run = async (caller, command) => {
    const result = await caller.perform({ ...command, key: randomUUID() });
    finished.push(result);
    onAnswer(finished.length);
    return result;
  };
  await Promise.all(
    load.documents.flatMap((document, index) => {
      const toEnd = index % 3 === 0;
      return [
        signToEnd(run, load, document, toEnd),
        ...(toEnd ? [] : [run(load.manager, withdrawal(document))]),
        ...(index % 4 === 0
          ? [run(load.recipientHead, signature(document, document.again, 'sign-again'))]
          : []),
      ];
    }),
  );
  return finished;
}

/** How many commands `race` sends at once for so many documents, and how many in all at most. */
export function commandsOf(count) {
  const thirds = Math.ceil(count / 3);
  const atOnce = count + (count - thirds) + Math.ceil(count / 4);
  return { atOnce, most: atOnce + thirds };
}

async function signToEnd(run, { recipientHead, authorHead }, document, toEnd) {
  await run(recipientHead, signature(document, document.byRecipient, 'sign'));
  if (!toEnd) return;
  // On these the first signature always comes, this one's or its twin's: one version further.
  const next = { ...document, version: document.version + 1 };
  await run(authorHead, signature(next, document.byAuthor, 'sign-as-author'));
}

const signature = (document, { cms, sha256 }, what) => ({
  what,
  document: document.id,
  sha256,
  path: `/documents/${document.id}/actions/sign`,
  version: document.version,
  body: { revisionId: document.revisionId, cms },
});

const withdrawal = (document) => ({
  what: 'withdraw',
  document: document.id,
  path: `/documents/${document.id}/actions/withdraw`,
  version: document.version,
  body: { reason: 'Учения' },
});
