// Commands by JSON-RPC 2.0, the same that kamcmd and curl give.

let last = 0;

/** Runs a command; resolves to its result, or throws an Error with the fault's text. */
export async function command(method, ...params) {
  let response;
  try {
    response = await fetch('rpc', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Requested-With': 'console'},
      body: JSON.stringify({jsonrpc: '2.0', id: ++last, method, params}),
    });
  } catch {
    throw new Error('The server cannot be reached; nothing was changed.');
  }
  if (response.status === 401) {
    throw new Error('Your login has ended. Sign in again; nothing was changed.');
  }
  if (response.status === 403) {
    throw new Error('Only an operator may do this.');
  }
  const answer = await response.json().catch(() => null);
  if (answer?.error) {
    throw new Error(answer.error.message);
  }
  if (!response.ok || !answer) {
    throw new Error(`The server answered ${response.status}.`);
  }
  return answer.result;
}
