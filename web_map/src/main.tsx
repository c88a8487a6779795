/** Where the page starts. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { worthAsking } from './api/queries'
import './base.css'
import { loadPageFonts } from './fonts'
import { Crash } from './parts/Crash'
import { takeCode } from './resident/handed'
import { App } from './shell/App'
import './theme.css'

takeCode()
loadPageFonts()

const client = new QueryClient({
  // Asked even without a network: the service worker may have an answer.
  defaultOptions: { queries: { retry: worthAsking, networkMode: 'offlineFirst' } },
})
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Crash>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </Crash>
  </StrictMode>,
)
