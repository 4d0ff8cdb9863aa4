export { BookedSection } from './components/LazyBookedSection.js';
export { NextSessions } from './components/LazyNextSessions.js';
export { useCrewBookings } from './components/use-crew-bookings.js';
export { sessionRoutes } from './routes.js';
