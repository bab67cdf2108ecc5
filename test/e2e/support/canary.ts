import {once} from 'node:events';
import {createServer, type AddressInfo, type Socket} from 'node:net';

/** A port of loopback where nothing should ever arrive. */
export interface Watch {
  port: number;
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** what arrived: one entry a connection, with the first bytes it sent, as Latin-1; '' until it sent any */
  readonly seen: string[];
  /** forgets what arrived so far */
  clear(): void;
  close(): Promise<void>;
}

/** Permissive on purpose: nothing but the app itself may be what stops a request. */
const answer = [
  'HTTP/1.1 200 OK',
  'Access-Control-Allow-Origin: *',
  'Access-Control-Allow-Headers: *',
  'Access-Control-Allow-Methods: *',
  'Content-Type: text/plain',
  'Content-Length: 8',
  'Connection: close',
  '',
  'a,b\n1,2\n'
].join('\r\n');

/** Listens for anything, HTTP or not, so that TLS, WebSocket and pings are seen too. */
export async function watchPort(): Promise<Watch> {
  let arrivals: {text: string}[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const arrival = {text: ''};
    arrivals.push(arrival);
    open.add(socket);
    socket.once('data', (bytes) => {
      arrival.text = bytes.toString('latin1').slice(0, 2000);
      socket.end(answer);
    });
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    get seen() {
      return arrivals.map(({text}) => text);
    },
    clear() {
      arrivals = [];
    },
    async close() {
      open.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    }
  };
}
