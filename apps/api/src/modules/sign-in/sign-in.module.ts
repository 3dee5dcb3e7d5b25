import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { SignInAttempts } from './attempts/sign-in-attempts.js';
import { AuthController } from './auth.controller.js';
import { MeController } from './me.controller.js';
import { Me } from './me.service.js';
import { ChangePassword } from './operations/change-password.js';
import { ChooseOrganization } from './operations/choose-organization.js';
import { SignIn } from './operations/sign-in.js';
import { SignOut } from './operations/sign-out.js';
import { SignedInView } from './signed-in.view.js';

@Module({
  imports: [NotificationsModule],
  controllers: [AuthController, MeController],
  providers: [ChangePassword, ChooseOrganization, Me, SignedInView, SignIn, SignInAttempts, SignOut],
})
export class SignInModule {}
