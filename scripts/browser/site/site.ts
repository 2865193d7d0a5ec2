/** A loopback server that answers for every host, over http and https and as a proxy, and remembers who asked for what. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { selfSigned } from './certificate.ts';

/** One request that reached the server. */
export interface Visit {
  method: string;
  /** Absolute address as the browser asked for it, with its own host and port. */
  url: string;
  /** Lower case, without port and without a trailing dot. */
  host: string;
  /** What the browser says the request is for: `document`, `iframe`, `script`, `serviceworker`, `empty`... */
  resource: string;
  /** `prefetch` or `prefetch;prerender` if the browser only expects to need it. */
  purpose: string;
  /** Where the browser says the request comes from; empty if it does not say. */
  referrer: string;
  body: string;
  /** Size of request line, headers and body, as they would be in HTTP/1.1. */
  bytes: number;
  at: number;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Makes the page for a visit. With null, the next handler is asked; after the last one, the answer is a plain 404. */
export type Handler = (visit: Visit, address: URL) => Answer | null;

export interface Site {
  port: number;
  /** Every request since the start or the last `forget()`, oldest first. */
  visits: Visit[];
  /** Hosts that a browser opened a tunnel to, using this server as its proxy, whether or not a request followed. */
  tunnels: string[];
  /** Hosts that the first message of TLS (ClientHello) named, whether or not a request followed. */
  greeted: string[];
  /** Requests to a host or one of its subdomains. */
  visitsTo(host: string): Visit[];
  /** Hosts without https: a TLS handshake for them or a subdomain fails. */
  withoutHttps: Set<string>;
  /** Adds a handler in front of the earlier ones. */
  handle(handler: Handler): void;
  forget(): void;
  close(): Promise<void>;
}

const TLS_HANDSHAKE = 0x16;

/** Starts the server on a free port of 127.0.0.1. */
export async function startSite(...handlers: Handler[]): Promise<Site> {
  const certificate = selfSigned('Loopback test site');
  const withoutHttps = new Set<string>();
  const context = createSecureContext(certificate);
  const greeted: string[] = [];
  const offersHttps = (name: string, answer: (error: Error | null, context?: SecureContext) => void) => {
    greeted.push(name);
    const offers = [...withoutHttps].every((host) => name !== host && !name.endsWith(`.${host}`));
    answer(offers ? null : new Error(`${name} offers no https`), context);
  };
  const visits: Visit[] = [];
  const tunnels: string[] = [];
  const chain = [...handlers];
  const sockets = new Set<Socket>();

  const http = createHttpServer(async (request, response) => {
    const visit = await readVisit(request);
    visits.push(visit);
    const address = new URL(visit.url);
    for (const handler of chain) {
      const answer = handler(visit, address);
      if (answer) return send(response, answer);
    }
    send(response, { status: 404, body: '<!doctype html><title>Not here</title><p>Not here.' });
  });
  // A browser that uses this server as its proxy opens https addresses through CONNECT.
  http.on('connect', (request: IncomingMessage, socket: Socket) => {
    tunnels.push((request.url ?? '').replace(/:\d+$/, ''));
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    accept(socket);
  });

  function accept(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null;
      if (!first) return void socket.destroy();
      socket.unshift(first);
      if (first[0] !== TLS_HANDSHAKE) return void http.emit('connection', socket);
      const secure = new TLSSocket(socket, { isServer: true, ...certificate, SNICallback: offersHttps });
      secure.on('error', () => secure.destroy());
      http.emit('connection', secure);
    });
  }

  const server: Server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    accept(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    visits,
    tunnels,
    greeted,
    withoutHttps,
    visitsTo: (host) => visits.filter((visit) => visit.host === host || visit.host.endsWith(`.${host}`)),
    handle: (handler) => void chain.unshift(handler),
    forget: () => {
      visits.splice(0);
      tunnels.splice(0);
      greeted.splice(0);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function readVisit(request: IncomingMessage): Promise<Visit> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
  const target = request.url ?? '/';
  const url = target.startsWith('/') ? `${scheme}://${request.headers.host ?? 'unknown'}${target}` : target;
  const body = Buffer.concat(chunks);
  const head = [`${request.method} ${target} HTTP/1.1`, ...headerLines(request), '', ''].join('\r\n');
  return {
    method: request.method ?? 'GET',
    url,
    host: new URL(url).hostname.replace(/\.$/, ''),
    resource: header(request, 'sec-fetch-dest'),
    purpose: header(request, 'sec-purpose'),
    referrer: header(request, 'referer'),
    body: body.toString(),
    bytes: Buffer.byteLength(head) + body.length,
    at: Date.now(),
  };
}

function headerLines({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status ?? 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    ...answer.headers,
  });
  response.end(answer.body ?? '');
}
