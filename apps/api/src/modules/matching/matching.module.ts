import { Module } from '@nestjs/common';
import { MatchCandidates } from './candidates.js';
import { Matches } from './matches.service.js';
import { MatchingController } from './matching.controller.js';

/** Matching of places with declared programmes and published needs. */
@Module({ controllers: [MatchingController], providers: [MatchCandidates, Matches] })
export class MatchingModule {}
