import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { MatchesDto, MatchesQueryDto } from './matching.dto.js';
import { Matches } from './matches.service.js';

const REFUSED = [
  'invalid_parameter',
  'unauthenticated',
  'invalid_token',
  'forbidden',
  'insufficient_scope',
  'organization_required',
] as const;

/** What fits whom, and why. */
@ApiTags('Биржа')
@Controller()
export class MatchingController {
  constructor(private readonly matches: Matches) {}

  @Get('matches')
  @Access('listings:browse')
  @ApiOperation({
    operationId: 'listMatches',
    summary: 'Что подходит вашей организации: места — программам и потребностям, потребности — местам',
  })
  @ApiOkResponse({ type: MatchesDto })
  @ApiProblems(...REFUSED)
  ofOrganization(@CurrentActor() actor: Actor, @Query() { limit }: MatchesQueryDto): Promise<MatchesDto> {
    return this.matches.ofOrganization(actor, limit);
  }

  @Get('listings/:id/matches')
  @Access('listings:read')
  @ApiOperation({
    operationId: 'listListingMatches',
    summary: 'Кому подходит ваша заявка: организации — месту, места — потребности',
  })
  @ApiOkResponse({ type: MatchesDto })
  @ApiProblems(...REFUSED, 'not_found')
  ofListing(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { limit }: MatchesQueryDto,
  ): Promise<MatchesDto> {
    return this.matches.ofListing(actor, id, limit);
  }
}
