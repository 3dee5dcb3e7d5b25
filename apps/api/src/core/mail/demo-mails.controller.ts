import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { ApiProblems } from '../http/index.js';
import { DEMO_EXISTS, DEMO_MAILS } from './mails.commands.js';

/** Newest mails the demo's page shows. */
const SHOWN = 100;

interface DemoMailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text_body: string;
  readonly html_body: string;
  readonly status: 'QUEUED' | 'SENT' | 'FAILED' | 'CANCELLED';
  readonly created_at: string;
}

class DemoMailDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'hr@romashka.example' })
  to: string;
  @ApiProperty()
  subject: string;
  @ApiProperty()
  text: string;
  @ApiProperty({ description: 'Без скриптов, картинок и чужих стилей; показывать в песочнице' })
  html: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ enum: ['QUEUED', 'SENT', 'FAILED', 'CANCELLED'] })
  status: string;
}

class DemoMailsDto {
  @ApiProperty({ type: [DemoMailDto] })
  items: DemoMailDto[];
}

/** The visible outbox: what the demo's organizations were sent. Nothing of it exists outside a demo. */
@ApiTags('Демонстрация')
@Controller('demo')
export class DemoMailsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  @Get('mails')
  @Public()
  @ApiOperation({ operationId: 'getDemoMails', summary: 'Письма демонстрационных организаций' })
  @ApiOkResponse({ type: DemoMailsDto })
  @ApiProblems('not_found')
  async list(): Promise<DemoMailsDto> {
    const [demo] = await this.database.call<{ exists: boolean }>(DEMO_EXISTS, []);
    if (this.config.trustProfile !== 'demo' || !demo?.exists) throw notFound();
    const rows = await this.database.call<DemoMailRow>(DEMO_MAILS, [SHOWN]);
    return {
      items: rows.map((row) => ({
        id: row.id,
        to: row.recipient,
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
        createdAt: row.created_at,
        status: row.status,
      })),
    };
  }
}
