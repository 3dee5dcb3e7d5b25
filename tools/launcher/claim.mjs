import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandLine, isAlive, startTime } from '../postgres/processes.mjs';

/**
 * Claims a file for this process. A claim left by a process that was killed is void: the process is gone, or its
 * number belongs to one that started at another time.
 *
 * @param file where the claim is written
 * @returns `{holder}` with the living holder's `{pid}` when it is taken, else `{release}`
 */
export function claim(file) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeIdentity(draft, process.pid);
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = readIdentity(file);
      if (holder && isSame(holder)) return { holder };
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Notes down which process this is, so that a later command can recognise it. */
export function writeIdentity(file, pid) {
  writeFileSync(file, JSON.stringify({ pid, startedAt: startTime(pid), words: commandLine(pid) }));
}

/** The process noted in the file, or undefined when there is no readable note. */
export function readIdentity(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether the noted process still runs: same number and same start, not another program that got its number. */
export function isSame({ pid, startedAt }) {
  return isAlive(pid) && startTime(pid) === startedAt;
}
