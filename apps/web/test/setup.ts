import { config } from '@vue/test-utils';

// Transitions end at once: what a test looks for is there as soon as its state is.
config.global.stubs = { transition: true, 'transition-group': true };
