import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BatchAction } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import {
  ApproveDocument,
  MoveDocument,
  SubmitDocument,
  type Change,
  type Verb,
  type VisibleDocument,
} from '../documents/index.js';
import { SignDocument, type SignatureInput } from '../signatures/index.js';

/** A verb as a batch does it: `shared` goes for all documents, `own` for this one alone. */
export interface BatchVerb {
  plan(
    document: VisibleDocument,
    input: { readonly shared: object; readonly own: object | null },
    expectedVersion: number,
  ): Promise<readonly Change[]>;
  /** Whether `own` is asked for at all. */
  readonly takesOwn?: true;
  /** The same verb with what it asks of the actor read once for many documents. */
  knowing?(actor: Actor): Promise<BatchVerb>;
  refusalOf?(error: unknown): unknown;
}

/** The verbs a batch knows: the very same that a single press runs. */
@Injectable()
export class BatchVerbs implements OnModuleInit {
  private verbs: Readonly<Record<BatchAction, BatchVerb>>;

  constructor(
    private readonly approval: ApproveDocument,
    private readonly move: MoveDocument,
    private readonly submission: SubmitDocument,
    private readonly signing: SignDocument,
  ) {}

  onModuleInit(): void {
    const moving = (action: 'request-revision' | 'reject' | 'confirm') =>
      forAll(this.move, (shared) => ({ ...shared, action }));
    this.verbs = {
      approve: forAll(this.approval, (shared) => shared),
      'request-revision': moving('request-revision'),
      reject: moving('reject'),
      confirm: moving('confirm'),
      'submit-signing': forAll(this.submission, () => ({ action: 'submit-signing' as const })),
      sign: this.signingVerb(),
    };
  }

  private signingVerb(party?: Awaited<ReturnType<SignDocument['partyOf']>>): BatchVerb {
    return {
      takesOwn: true,
      plan: (document, { own }, version) =>
        this.signing.plan(document, own as SignatureInput, version, party),
      knowing: async (actor) => this.signingVerb(await this.signing.partyOf(actor)),
      refusalOf: (error) => this.signing.refusalOf(error),
    };
  }

  get(action: BatchAction): BatchVerb {
    return this.verbs[action];
  }
}

/** A verb whose input is the same for every document. */
const forAll = <Input>(verb: Verb<Input>, inputOf: (shared: object) => Input): BatchVerb => ({
  plan: (document, { shared }, version) => verb.plan(document, inputOf(shared), version),
});
