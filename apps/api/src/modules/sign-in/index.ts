export { PASSWORD_LENGTH, passwordFault } from './password-policy/password-policy.js';
export { SignInModule } from './sign-in.module.js';
