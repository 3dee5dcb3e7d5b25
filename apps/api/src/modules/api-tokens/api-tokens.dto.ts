import { ApiProperty } from '@nestjs/swagger';
import { TOKEN_SCOPES, type TokenScope } from '@praktika/contracts';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsNotEmpty, Max, Min } from 'class-validator';
import { Text } from '../../core/http/index.js';
import type { ApiTokenRow } from './api-tokens.queries.js';

/** Days a token lives (reliability.md §4.4). */
export const TOKEN_DAYS = { least: 1, usual: 90, most: 365 } as const;

const TOKEN_STATUSES = ['ACTIVE', 'EXPIRED', 'REVOKED'] as const;
const nullableInstant = { type: String, format: 'date-time', nullable: true } as const;

export class IssueApiTokenDto {
  @ApiProperty({ maxLength: 100, example: 'Кадровая система' })
  @IsNotEmpty()
  @Text(100)
  name: string;

  @ApiProperty({ enum: TOKEN_SCOPES, enumName: 'TokenScope', isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(TOKEN_SCOPES, { each: true })
  scopes: TokenScope[];

  @ApiProperty({
    minimum: TOKEN_DAYS.least,
    maximum: TOKEN_DAYS.most,
    default: TOKEN_DAYS.usual,
    required: false,
  })
  @IsInt()
  @Min(TOKEN_DAYS.least)
  @Max(TOKEN_DAYS.most)
  expiresInDays: number = TOKEN_DAYS.usual;
}

export class ApiTokenDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ example: 'prk_live_' })
  prefix: string;
  @ApiProperty({ example: 'x9Qa' })
  lastFour: string;
  @ApiProperty({ enum: TOKEN_SCOPES, enumName: 'TokenScope', isArray: true })
  scopes: TokenScope[];
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ description: 'Кто выпустил' })
  createdBy: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
  @ApiProperty({ ...nullableInstant, description: 'С точностью до минуты' })
  lastUsedAt: string | null;
  @ApiProperty(nullableInstant)
  revokedAt: string | null;
  @ApiProperty({ enum: TOKEN_STATUSES })
  status: (typeof TOKEN_STATUSES)[number];
}

export class ApiTokensDto {
  @ApiProperty({ type: () => [ApiTokenDto] })
  items: ApiTokenDto[];
}

export class IssuedApiTokenDto {
  @ApiProperty({ description: 'Токен целиком; больше не показывается', example: 'prk_live_…' })
  token: string;
  @ApiProperty({ type: () => ApiTokenDto })
  apiToken: ApiTokenDto;
}

export const apiTokenDto = (row: ApiTokenRow, now: Date): ApiTokenDto => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  lastFour: row.last_four,
  scopes: row.scopes,
  createdAt: row.created_at,
  createdBy: row.created_by_name,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
  status: statusOf(row, now),
});

function statusOf(row: ApiTokenRow, now: Date): ApiTokenDto['status'] {
  if (row.revoked_at !== null) return 'REVOKED';
  return Date.parse(row.expires_at) <= now.getTime() ? 'EXPIRED' : 'ACTIVE';
}
