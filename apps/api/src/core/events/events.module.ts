import { Global, Module } from '@nestjs/common';
import { Reactions } from './reactions.js';
import { EventRelay } from './relay.js';
import { Signals } from './signals.js';

/** What was committed reaches whoever must react: outbox, relay, reactions, signals. */
@Global()
@Module({ providers: [Signals, Reactions, EventRelay], exports: [Signals, Reactions, EventRelay] })
export class EventsModule {}
