export {
  appendActorEvent,
  appendActorEvents,
  appendEvent,
  appendSharedEvent,
  type DomainEvent,
} from './event.js';
export { EventsModule } from './events.module.js';
export { ORGANIZATIONS_PER_SIGNAL, type LiveSignal } from './live-signal.js';
export { Reactions } from './reactions.js';
export { EventRelay } from './relay.js';
export { MISSED, Signals } from './signals.js';
