import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of /proc; 100 per second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/**
 * Processor time a process has used, in milliseconds, its waited-for children included (a backend that ends is its
 * postmaster's waited-for child).
 */
export function processorTime(pid) {
  const [utime, stime, cutime, cstime] = fieldsOf(pid).slice(11, 15).map(Number);
  return (utime + stime + cutime + cstime) * MS_PER_TICK;
}

/** The same for a process with all its living children: PostgreSQL is a tree one level deep. */
export function treeProcessorTime(pid) {
  return [pid, ...childrenOf(pid)].reduce((sum, child) => sum + timeOrNothing(child), 0);
}

/** Resident memory, in megabytes of 1,000,000 bytes. */
export function residentMegabytes(pid) {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
  return (Number(kilobytes) * 1024) / 1e6;
}

/** The same of a process with all its living children. */
export function treeResidentMegabytes(pid) {
  return [pid, ...childrenOf(pid)].reduce((sum, process) => sum + residentOrNothing(process), 0);
}

function residentOrNothing(pid) {
  try {
    return residentMegabytes(pid);
  } catch {
    return 0;
  }
}

function childrenOf(pid) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
}

function parentOf(pid) {
  try {
    return Number(fieldsOf(pid)[1]);
  } catch {
    return undefined;
  }
}

function timeOrNothing(pid) {
  try {
    return processorTime(pid);
  } catch {
    return 0; // ended between the listing and the reading: its parent has counted it
  }
}

/** The fields of /proc/PID/stat after the command's name, which may hold spaces: state, parent, … */
function fieldsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
