import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** The app on a free port of this machine, for browsers. */
export type Served = { readonly address: string; close(): Promise<void> }

export function served(app: Hono): Promise<Served> {
  return new Promise(resolve => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({
        address: `http://localhost:${port}`,
        close: () => new Promise(closed => server.close(() => closed())),
      }),
    )
  })
}
