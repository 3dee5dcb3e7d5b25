import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { envFiles } from '../../deploy/make-env.mjs';
import { inRoot } from '../launcher/paths.mjs';

/** Stages of a Dockerfile by name. */
const stagesOf = (text) => [...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map(([, name]) => name);

/**
 * What can be said about docker-compose.yml without a container engine: it parses, and every service, volume, file,
 * Dockerfile and stage it refers to is there.
 *
 * @param text the file's text; the committed file by default
 * @returns complaints
 */
export function checkCompose(text = readFileSync(inRoot('docker-compose.yml'), 'utf8')) {
  const compose = parse(text, { merge: true });
  return Object.entries(compose.services ?? {}).flatMap(([name, service]) =>
    [
      ...checkImage(service),
      ...checkDependencies(service, compose),
      ...checkMounts(service, compose),
      ...checkFiles(service),
      ...checkProgram(service),
    ].map((problem) => `${name}: ${problem}`),
  );
}

function checkImage({ build, image }) {
  if (!build) return image ? [] : ['neither an image nor a build'];
  const file = inRoot(build.context ?? '.', build.dockerfile ?? 'Dockerfile');
  if (!existsSync(file)) return [`no ${build.dockerfile ?? 'Dockerfile'}`];
  const known = stagesOf(readFileSync(file, 'utf8'));
  return !build.target || known.includes(build.target) ? [] : [`no stage ${build.target} in the Dockerfile`];
}

function checkDependencies({ depends_on: wanted = {} }, { services }) {
  return Object.entries(wanted).flatMap(([name, { condition }]) => {
    if (!services[name]) return [`depends on an unknown service ${name}`];
    const watched = condition !== 'service_healthy' || services[name].healthcheck;
    return watched ? [] : [`waits for the health of ${name}, which has no healthcheck`];
  });
}

function checkMounts({ volumes = [] }, { volumes: named = {} }) {
  return volumes.flatMap((mount) => {
    const [source] = mount.split(':');
    const known = source.startsWith('.') ? existsSync(inRoot(source)) : Object.hasOwn(named, source);
    return known ? [] : [`mounts ${source}, which is not there`];
  });
}

/** A program of ours that a service runs must be one that the API's build makes. */
function checkProgram({ command = [] }) {
  return [command]
    .flat()
    .filter((word) => word.startsWith('apps/api/dist/'))
    .map((word) => word.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))
    .filter((source) => !existsSync(inRoot(source)))
    .map((source) => `runs a program without a source: ${source}`);
}

/** Env files hold passwords and are made by deploy/make-env.mjs; one that it does not know is a mistake. */
function checkFiles({ env_file: files = [] }) {
  return files
    .filter((file) => !envFiles.includes(file))
    .map((file) => `deploy/make-env.mjs makes no ${file}`);
}
