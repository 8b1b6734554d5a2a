// Requests to the server over HTTP. The key stays in this tab's session and travels in a header, never in a URL.

const KEY = "plosive.key";

export const key = () => sessionStorage.getItem(KEY) ?? "";

/** Keep a key for this tab; an empty one forgets it. */
export function keepKey(value) {
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}

/** An answer that is an error. `status` 0: there was no answer. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Send a request, with a JSON body if there is one. Throws `Refused`. */
export async function request(path, { method, body, signal } = {}) {
  const headers = key() ? { Authorization: `Bearer ${key()}` } : {};
  if (body) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, { method: method ?? (body ? "POST" : "GET"), headers, body: body && JSON.stringify(body), signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(0, "The server does not answer.");
  }
  if (!answer.ok) throw new Refused(answer.status, await reason(answer));
  return answer;
}

/** Speak a text over REST. Returns the answer, whose body is audio. */
export const speech = (body) => request("v2/text-to-speech/speech", { body });

async function reason(answer) {
  try {
    return (await answer.json()).errors[0].detail;
  } catch {
    return `The server answered ${answer.status}.`;
  }
}
