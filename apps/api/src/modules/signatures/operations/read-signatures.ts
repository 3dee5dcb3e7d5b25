import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import type { DocumentSignaturesDto, SignatureReportsDto, ValidationDto } from '../dto.js';
import {
  DOCUMENT_SIGNATURES,
  SIGNATURE,
  VALIDATIONS,
  VISIBLE_DOCUMENT,
  type SignatureFileRow,
  type SignatureListRow,
  type ValidationReadRow,
} from '../signatures.queries.js';
import { reportView } from '../verification/report-view.js';

/** Reads of signatures: whoever may see the document may see who signed it and with what verdict. */
@Injectable()
export class ReadSignatures {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found` */
  async ofDocument(actor: Actor, documentId: string): Promise<DocumentSignaturesDto> {
    if (!isUuid(documentId)) throw notFound();
    const [document] = await this.database.read(actor, VISIBLE_DOCUMENT, [documentId]);
    if (!document) throw notFound();
    const rows = await this.database.read<SignatureListRow>(actor, DOCUMENT_SIGNATURES, [documentId]);
    return {
      items: rows.map((row) => ({
        id: row.id,
        revisionId: row.revision_id,
        role: row.role,
        organizationId: row.organization_id,
        organizationName: row.organization_name,
        personName: row.person_name,
        position: row.position,
        certificate: row.certificate,
        level: row.level,
        test: row.test,
        claimedAt: row.claimed_at,
        receivedAt: row.received_at,
        indication: row.indication,
      })),
    };
  }

  /** One signature with its bytes. @throws Refusal `not_found` */
  async one(actor: Actor, id: string): Promise<SignatureFileRow> {
    if (!isUuid(id)) throw notFound();
    const [row] = await this.database.read<SignatureFileRow>(actor, SIGNATURE, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** Verdicts at receipt and now. @throws Refusal `not_found` */
  async reports(actor: Actor, id: string): Promise<SignatureReportsDto> {
    const signature = await this.one(actor, id);
    const runs = await this.validations(actor, id);
    const [first] = runs;
    const last = runs.at(-1);
    if (!first || !last) throw notFound();
    return {
      signatureId: id,
      documentId: signature.document_id,
      fileSha256: signature.main_file_sha256,
      atReceipt: validationView(first, signature.test),
      latest: validationView(last, signature.test),
      runs: runs.length,
    };
  }

  /** Every run over a signature, oldest first. */
  validations(actor: Actor, id: string): Promise<ValidationReadRow[]> {
    return this.database.read<ValidationReadRow>(actor, VALIDATIONS, [id]);
  }
}

/** A run as clients read it. */
export function validationView({ id, at, report }: ValidationReadRow, test: boolean): ValidationDto {
  return { id, at, report: reportView(report, test) };
}
