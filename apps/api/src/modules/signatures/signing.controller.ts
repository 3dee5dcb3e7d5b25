import { Body, Controller, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, IsUUID } from 'class-validator';
import { CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems, IfMatch } from '../../core/http/index.js';
import { ActionRoute, cardOf, type DocumentCardDto } from '../documents/index.js';
import { SignDocument } from './operations/sign-document.js';

/** A detached signature over a revision's exact bytes. */
export class SignDto {
  @ApiProperty({ format: 'uuid', description: 'Редакция, файл которой подписан' })
  @IsUUID()
  revisionId: string;
  @ApiProperty({ description: 'Открепленная подпись CAdES в base64 (DER)', maxLength: 1_500_000 })
  @IsString()
  cms: string;
}

/** «Подписать»: the action that needs more than the document engine. */
@ApiTags('Действия с документом')
@Controller('documents')
export class SigningController {
  constructor(private readonly signing: SignDocument) {}

  @ActionRoute('sign', 'documents:sign')
  @ApiProblems(
    'invalid_state',
    'already_signed',
    'document_withdrawn',
    'document_changed',
    'duplicate',
    'validation_failed',
    'signature_invalid',
    'payload_too_large',
    'unavailable',
    'revocation_unavailable',
  )
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: SignDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.signing.run(actor, id, body, version));
  }
}
