import { app, pages, shell, ui } from './app.js';
import { auth } from './auth.js';
import { errors } from './errors.js';
import { settings } from './settings.js';

/** Russian texts of the doors of the cabinet and of what every page has: they come with the first file. */
export const doors = {
  app,
  pages,
  shell,
  ui,
  auth,
  settings,
  errors,
};
