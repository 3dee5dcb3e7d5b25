import { ref } from 'vue';

/** The page's one request for a fresh sign-in: many calls may fail at once, the person is asked once. */
let pending: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | undefined;
let armed = false;

const asked = ref(false);

export const reauthentication = {
  /** True while the sign-in has to be shown over the page. */
  asked,

  /** Only a page that has known a session asks for a new one; before that a 401 is an ordinary answer. */
  arm(on: boolean): void {
    armed = on;
  },

  /** Waits until the person has signed in again (true) or left (false). */
  ask(): Promise<boolean> {
    if (!armed) return Promise.resolve(false);
    if (!pending) {
      let settle: (signedIn: boolean) => void = () => undefined;
      const promise = new Promise<boolean>((resolve) => (settle = resolve));
      pending = { promise, settle };
      asked.value = true;
    }
    return pending.promise;
  },

  settle(signedIn: boolean): void {
    pending?.settle(signedIn);
    pending = undefined;
    asked.value = false;
  },
};
