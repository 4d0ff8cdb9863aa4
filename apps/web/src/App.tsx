import { createQueryClient, endSession, onSignedOut } from '@lms/web-platform';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { createRouter } from './router.js';

const client = createQueryClient();
const router = createRouter();

// Wherever the API says that the session is over, the layout then asks for sign-in and comes back.
onSignedOut(() => endSession(client));

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
