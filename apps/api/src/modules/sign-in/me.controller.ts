import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentPerson, SignedIn, type Actor, type Person } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { MeDto } from './me.dto.js';
import { Me } from './me.service.js';

@ApiTags('Вход')
@Controller('me')
export class MeController {
  constructor(private readonly me: Me) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'getMe', summary: 'Кто вошёл, для какой организации и с какими правами' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden')
  get(@CurrentPerson() person: Person, @CurrentActor() actor: Actor | undefined): Promise<MeDto> {
    return this.me.of(person, actor);
  }
}
