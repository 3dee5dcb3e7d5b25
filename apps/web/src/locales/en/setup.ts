import type { Messages } from '../ru/index.js';

export const setup: Messages['setup'] = {
  title: 'Initial set-up',
  lead: 'Create the first account. Its owner gets the roles of system operator and moderator.',
  surname: 'Surname',
  givenName: 'Given name',
  patronymic: 'Patronymic',
  email: 'E-mail',
  password: 'Password',
  repeat: 'Password again',
  submit: 'Create the account',
  done: 'The account has been created',
  doneText: 'Sign in with the address and the password you have given.',
  notNeeded: 'The system is already set up',
  notNeededText: 'The first account exists. The set-up link is no longer needed.',
  noLink: 'Open this page by the one-time link',
  noLinkText:
    'The link is printed in the terminal when the system starts. Copy all of it, with the part after the # sign.',
  wrongLink: 'The link does not fit',
  wrongLinkText:
    'Only the link printed last is valid. Copy all of it, or start the system again to get a new one.',
  usedLink: 'The link has been used already',
  usedLinkText: 'The first account exists. Sign in with its address and password.',
};
