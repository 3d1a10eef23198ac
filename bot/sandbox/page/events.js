// The stream of what happened on the server; it comes back by itself after a break.

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

/**
 * `onEvent` gets each event; `onState(true)` after every (re)connection, so that the page can reload what it
 * missed; `onState(false)` when the line is lost.
 */
export function listen({ onEvent, onState }) {
  let pause = FIRST_PAUSE;

  function connect() {
    const source = new EventSource("/sandbox/events");
    source.onopen = () => {
      pause = FIRST_PAUSE;
      onState(true);
    };
    source.onmessage = (message) => {
      if (message.data) onEvent(JSON.parse(message.data));
    };
    source.onerror = () => {
      // The browser's own retry gives up for good on an HTTP error, so ours replaces it.
      source.close();
      onState(false);
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
  }

  connect();
}
