// What happens in the room, as it happens. Where there is no stream, the room looks for news by itself.

const TRY_AGAIN_AFTER = 30_000;
const PATIENCE = 5_000;

/**
 * Calls changed(type), present(state of the agent), and live(whether the stream is there), until it is stopped.
 * Short breaks are not told of: browsers come back by themselves, and the service goes on where they left off.
 */
export function follow({ changed, present, live }) {
  let source;
  let later;
  let patience;

  function open() {
    clearTimeout(later);
    source?.close();
    source = new EventSource('/api/room/stream');
    source.addEventListener('hello', event => {
      clearTimeout(patience);
      patience = undefined;
      live(true);
      present(JSON.parse(event.data).presence.agent.state);
      changed();
    });
    source.addEventListener('change', event => changed(JSON.parse(event.data).type));
    source.addEventListener('presence', event => {
      const { side, state } = JSON.parse(event.data);
      if (side === 'AGENT') present(state);
    });
    source.addEventListener('error', lost);
  }

  function lost() {
    patience ??= setTimeout(() => live(false), PATIENCE);
    // A refusal ends it for good, by the standard; it may have been a service that was busy.
    if (source.readyState === EventSource.CLOSED) later = setTimeout(open, TRY_AGAIN_AFTER);
  }

  function stop() {
    clearTimeout(later);
    clearTimeout(patience);
    source?.close();
  }

  open();
  addEventListener('pagehide', stop);
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  return stop;
}
