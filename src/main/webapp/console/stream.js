// The live stream: server-sent events, read by fetch, because EventSource hides why a connection ended.

const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 15000;

/** A server that says nothing for so long is lost: it sends a comment every 10 s at least. */
const SILENCE = 25000;

/**
 * Keeps one stream open while the page is seen.
 *
 * @param on.event (name, data) for each event
 * @param on.state (state, detail): connecting, live, lost, paused, refused
 */
export function watch(url, on) {
  let wait = SHORTEST_WAIT;
  let abort = null;
  let timer = 0;

  async function connect() {
    clearTimeout(timer);
    if (document.hidden || abort) {
      return;
    }
    const mine = (abort = new AbortController());
    let refusal = null;
    try {
      const response = await fetch(url, {headers: {Accept: 'text/event-stream', 'X-Requested-With': 'console'}, signal: mine.signal, cache: 'no-store'});
      if (response.redirected || response.status === 401 || response.status === 403) {
        refusal = {code: 401};
      } else if (response.status === 503) {
        refusal = {code: 503, text: await response.text()};
      } else if (response.ok) {
        await read(response.body, mine);
      }
    } catch {
      // lost: below
    }
    if (abort !== mine) {
      return; // hidden meanwhile
    }
    abort = null;
    if (refusal?.code === 401) {
      on.state('refused', refusal);
      return;
    }
    on.state('lost', {seconds: Math.round(wait / 1000), text: refusal?.text});
    timer = setTimeout(connect, wait * (0.8 + 0.4 * Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  async function read(body, mine) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    let silence = 0;
    try {
      for (;;) {
        clearTimeout(silence);
        silence = setTimeout(() => mine.abort(), SILENCE);
        const {done, value} = await reader.read();
        if (done) {
          return;
        }
        const blocks = (rest + value).split('\n\n');
        rest = blocks.pop();
        blocks.forEach(dispatch);
        wait = SHORTEST_WAIT;
      }
    } finally {
      clearTimeout(silence);
    }
  }

  function dispatch(block) {
    let name = 'message';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('event: ')) {
        name = line.slice(7);
      } else if (line.startsWith('data: ')) {
        data += line.slice(6);
      }
    }
    if (data) {
      on.state('live');
      on.event(name, JSON.parse(data));
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      clearTimeout(timer);
      abort?.abort();
      abort = null;
      on.state('paused');
    } else {
      wait = SHORTEST_WAIT;
      on.state('connecting');
      connect();
    }
  });
  on.state('connecting');
  connect();

  /** Tries again at once. */
  return () => {
    wait = SHORTEST_WAIT;
    connect();
  };
}
