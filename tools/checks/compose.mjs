import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRoot } from '../launcher/paths.mjs';

/** Stages of a Dockerfile by name. */
const stagesOf = (text) => [...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map(([, name]) => name);

/**
 * What can be said about docker-compose.yml without a container engine: it parses, and every service, volume, file,
 * Dockerfile and stage it refers to is there.
 *
 * @returns complaints
 */
export function checkCompose() {
  const compose = parse(readFileSync(inRoot('docker-compose.yml'), 'utf8'));
  return Object.entries(compose.services ?? {}).flatMap(([name, service]) =>
    [
      ...checkImage(service),
      ...checkDependencies(service, compose),
      ...checkMounts(service, compose),
      ...checkFiles(service),
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

/** An env file itself is made by whoever runs the server; its example is committed next to it. */
function checkFiles({ env_file: files = [] }) {
  return [files]
    .flat()
    .map((file) => file.path ?? file)
    .filter((file) => !existsSync(inRoot(file)) && !existsSync(inRoot(`${file}.example`)))
    .map((file) => `no ${file} and no ${file}.example`);
}
