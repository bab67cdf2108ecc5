import {readFileSync} from 'node:fs';
import {createContext, runInContext} from 'node:vm';
import {expect, it} from 'vitest';

const source = readFileSync(new URL('./bootstrap.js', import.meta.url), 'utf8');

it('leaves DuckDB nothing that reaches a network or a place of storage', async () => {
  const worker = started();
  for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'Worker']) {
    expect(() => run(worker, `new ${name}('http://localhost')`), name).toThrow('the engine has no network');
  }
  expect(() => run(worker, `importScripts('http://localhost')`)).toThrow();
  expect(() => run(worker, `indexedDB.open('x')`)).toThrow();
  expect(run(worker, `typeof navigator.storage + typeof navigator.sendBeacon`)).toBe('undefinedundefined');
  expect(await run(worker, `fetch('http://localhost').then(({status}) => status)`)).toBe(404);
  expect(worker.asked).toEqual([]);
});

it('cannot be undone from within', () => {
  const worker = started();
  expect(() => run(worker, `'use strict'; globalThis.fetch = asked.push`)).toThrow(/read only/);
  expect(Object.getOwnPropertyDescriptor(worker, 'XMLHttpRequest')).toMatchObject({
    writable: false,
    configurable: false
  });
});

it('takes the compiled module from the first message, which DuckDB never sees', async () => {
  const worker = started();
  const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  let stopped = false;
  worker.listener?.({data: empty, stopImmediatePropagation: () => (stopped = true)});
  const {instance} = await (run(worker, `WebAssembly.instantiateStreaming(fetch('x'), {})`) as Promise<{
    instance: object;
  }>);
  expect([stopped, instance instanceof WebAssembly.Instance]).toEqual([true, true]);
});

interface Scope {
  asked: string[];
  listener?: (event: {data: unknown; stopImmediatePropagation(): void}) => void;
}

/** A worker's global scope, as far as the script looks at it, in which everything that is asked for is noted. */
function started(): Scope {
  const asked: string[] = [];
  const reach = function (url: string): void {
    asked.push(url);
  };
  const names = 'fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection Worker importScripts'.split(
    ' '
  );
  const scope: Scope = Object.assign(Object.fromEntries(names.map((name) => [name, reach])), {
    asked,
    Response,
    setTimeout,
    WebAssembly: {instantiate: WebAssembly.instantiate},
    console: {log: reach},
    indexedDB: {open: reach},
    navigator: {storage: {}, sendBeacon: reach},
    addEventListener: (_: string, listener: NonNullable<Scope['listener']>) => (scope.listener = listener)
  });
  runInContext(source, createContext(scope));
  return scope;
}

function run(scope: Scope, code: string): unknown {
  return runInContext(code, scope);
}
