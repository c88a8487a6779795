/** A certified OpenID provider with two clients, in which anybody may sign in as anybody. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { Provider } = createRequire(join(process.cwd(), 'package.json'))('oidc-provider')
const [issuer, port] = process.argv.slice(2)

// A native application may come back to any port of its own machine (RFC 8252, 7.3).
const client = (client_id) => ({
  client_id,
  client_secret: 'between us',
  application_type: 'native',
  redirect_uris: ['http://127.0.0.1/api/session/openid/callback'],
})

new Provider(issuer, {
  clients: [client('onemap'), client('another')],
  pkce: { required: () => true },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
}).listen(Number(port), '127.0.0.1')
