import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CurrentActor,
  CurrentPerson,
  Public,
  SignedIn,
  type Actor,
  type Person,
} from '../../core/access/index.js';
import { SessionCookies } from '../../core/auth/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { ChangePassword } from './operations/change-password.js';
import { ChooseOrganization } from './operations/choose-organization.js';
import { SignIn } from './operations/sign-in.js';
import { SignOut } from './operations/sign-out.js';
import { ChangePasswordDto, ChooseOrganizationDto, LoginDto, SignedInDto } from './sign-in.dto.js';

/** Sign-in of people; programs use API tokens and have no session. */
@ApiTags('Вход')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly signIn: SignIn,
    private readonly chooseOrganization: ChooseOrganization,
    private readonly signOut: SignOut,
    private readonly changePassword: ChangePassword,
  ) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'signIn', summary: 'Войти по e-mail и паролю' })
  @ApiOkResponse({ type: SignedInDto })
  @ApiProblems(
    'invalid_credentials',
    'csrf_rejected',
    'unsupported_media_type',
    'validation_failed',
    'too_many_attempts',
  )
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const origin = { ip: request.ip, userAgent: request.headers['user-agent'], requestId: request.id };
    const { session, answer } = await this.signIn.run(email, password, origin);
    this.cookies.set(reply, session);
    return answer;
  }

  @Post('organization')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ operationId: 'chooseOrganization', summary: '«Войти как»: выбрать организацию сеанса' })
  @ApiOkResponse({ type: SignedInDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'not_found', 'validation_failed')
  async choose(
    @Body() { organizationId }: ChooseOrganizationDto,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    const { session, answer } = await this.chooseOrganization.run(person, organizationId);
    this.cookies.set(reply, session);
    return answer;
  }

  @Post('logout')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Выйти' })
  @ApiNoContentResponse()
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden')
  async logout(
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOut.run(person, actor);
    this.cookies.clear(reply);
  }

  @Post('password')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ operationId: 'changePassword', summary: 'Сменить свой пароль' })
  @ApiNoContentResponse()
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'validation_failed', 'too_many_attempts')
  async password(
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @CurrentPerson() person: Person,
    @CurrentActor() actor: Actor | undefined,
  ): Promise<void> {
    await this.changePassword.run(person, actor, currentPassword, newPassword);
  }
}
