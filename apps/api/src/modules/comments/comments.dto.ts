import { ApiProperty } from '@nestjs/swagger';
import { COMMENT_LIMITS, COMMENT_VISIBILITIES, type CommentVisibility } from '@praktika/contracts';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { Text } from '../../core/http/index.js';

/** A comment to be added. */
export class AddCommentDto {
  @ApiProperty({ maxLength: COMMENT_LIMITS.text })
  @Text(COMMENT_LIMITS.text)
  text: string;
  @ApiProperty({
    enum: COMMENT_VISIBILITIES,
    description: 'Кто увидит; в ответе на комментарий такая же, как у него',
  })
  @IsIn(COMMENT_VISIBILITIES)
  visibility: CommentVisibility;
  @ApiProperty({ required: false, format: 'uuid', description: 'Комментарий, на который это ответ' })
  @IsOptional()
  @IsUUID()
  replyTo?: string;
  @ApiProperty({
    required: false,
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    maxItems: COMMENT_LIMITS.mentions,
    description: 'Коллеги, которых упомянули: они получат уведомление',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(COMMENT_LIMITS.mentions)
  @IsUUID(undefined, { each: true })
  mentions?: string[];
}

export class MentionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
}

export class CommentDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'uuid', description: 'Первый комментарий ветки' })
  threadId: string;
  @ApiProperty({ enum: COMMENT_VISIBILITIES })
  visibility: CommentVisibility;
  @ApiProperty()
  personName: string;
  @ApiProperty()
  organizationName: string;
  @ApiProperty({ description: 'Написан в вашей организации' })
  own: boolean;
  @ApiProperty({ nullable: true, type: Number, description: 'К какой редакции' })
  revisionNumber: number | null;
  @ApiProperty()
  text: string;
  @ApiProperty({ type: [MentionDto] })
  mentions: MentionDto[];
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class CommentsDto {
  @ApiProperty({ type: [CommentDto], description: 'По времени, последние 500' })
  items: CommentDto[];
}
