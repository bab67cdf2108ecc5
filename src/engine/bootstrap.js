/*
 * Runs in the engine's worker before DuckDB's own code, which follows in the same script.
 * Takes away everything that could reach a network or another place of storage, then waits for the compiled module,
 * the only thing that DuckDB would have to fetch.
 */
(() => {
  const reach = [
    'XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport importScripts',
    'RTCPeerConnection webkitRTCPeerConnection RTCDataChannel BroadcastChannel MessageChannel',
    'Worker SharedWorker ServiceWorker caches CacheStorage indexedDB IDBFactory cookieStore',
    'FileSystemSyncAccessHandle webkitRequestFileSystem webkitRequestFileSystemSync',
    'webkitResolveLocalFileSystemURL webkitResolveLocalFileSystemSyncURL Notification'
  ].flatMap((names) => names.split(' '));
  const ofNavigator = ['sendBeacon', 'storage', 'serviceWorker', 'connection', 'locks', 'usb', 'serial', 'hid'];

  function take(object, name, value) {
    for (let owner = object; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
      if (Object.hasOwn(owner, name)) Object.defineProperty(owner, name, {value, writable: false, configurable: false});
    }
  }

  class Unreachable {
    constructor() {
      throw new TypeError('the engine has no network');
    }
  }

  for (const name of reach) take(globalThis, name, Unreachable);
  for (const name of ofNavigator) take(navigator, name, undefined);
  take(globalThis, 'Request', class {});
  take(globalThis, 'fetch', () => Promise.resolve(new Response(null, {status: 404})));
  take(console, 'log', () => undefined);

  addEventListener(
    'message',
    (event) => {
      event.stopImmediatePropagation();
      const module = event.data;
      WebAssembly.instantiateStreaming = async (_, imports) => {
        const instance = await WebAssembly.instantiate(module, imports).catch(raise);
        return {module, instance};
      };
    },
    {once: true}
  );

  /** DuckDB would wait forever: as an error of the worker the page hears of it. */
  function raise(error) {
    setTimeout(() => {
      throw error;
    });
    throw error;
  }
})();
