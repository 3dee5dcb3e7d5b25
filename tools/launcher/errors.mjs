/** Something a person can put right: shown as its message alone, without a stack. */
export class Refusal extends Error {
  constructor(message, { exitCode = 1, cause } = {}) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

/** A signal ended the command in the middle; what it had started is stopped in order. */
export class Interrupted extends Error {
  constructor(signal) {
    super(`Stopped by ${signal}`);
    this.exitCode = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
  }
}
