import { Module } from '@nestjs/common';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokens } from './api-tokens.service.js';
import { IssueApiToken } from './operations/issue-api-token.js';
import { RevokeApiToken } from './operations/revoke-api-token.js';
import { TokenMail } from './reactions/token.mail.js';

@Module({
  controllers: [ApiTokensController],
  providers: [ApiTokens, IssueApiToken, RevokeApiToken, TokenMail],
})
export class ApiTokensModule {}
