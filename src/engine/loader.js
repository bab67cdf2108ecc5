/*
 * Runs in a worker of its own for as long as the engine is downloaded, so that the page stays free.
 * Takes the address of `duckdb-eh.wasm`, gzipped or not (a host may have inflated it on the way),
 * and answers with `{loading}` as bytes arrive, then with `{module}` or `{failed}`.
 */
onmessage = async ({data: url}) => {
  try {
    postMessage({module: await compile(url)});
  } catch (error) {
    postMessage({failed: `${error.name}: ${error.message}`});
  }
};

async function compile(url) {
  const response = await fetch(url, {credentials: 'same-origin'});
  if (!response.ok) throw new Error(`${response.status} ${response.statusText} for ${url}`);
  const [start, rest] = await peeked(response.body.pipeThrough(counter(response.headers)));
  const bytes = start[0] === 0x1f && start[1] === 0x8b ? rest.pipeThrough(new DecompressionStream('gzip')) : rest;
  return WebAssembly.compileStreaming(new Response(bytes, {headers: {'content-type': 'application/wasm'}}));
}

/** Counts bytes as they come out of the response; the total is known where the host didn't inflate them. */
function counter(headers) {
  const total = headers.has('content-encoding') ? null : Number(headers.get('content-length')) || null;
  let loaded = 0;
  return new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      postMessage({loading: {loaded, total}});
      controller.enqueue(chunk);
    }
  });
}

/** The first chunk, and a stream that still begins with it. */
async function peeked(stream) {
  const reader = stream.getReader();
  const first = await reader.read();
  if (first.done) throw new Error('no bytes');
  const whole = new ReadableStream({
    start: (controller) => controller.enqueue(first.value),
    async pull(controller) {
      const next = await reader.read();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason)
  });
  return [first.value, whole];
}
