import { lazy } from 'react';

/** Hardly anybody ever sees it, so it loads with the first look. */
export const LookingBanner = lazy(async () => ({
  default: (await import('./LookingBannerView.js')).LookingBannerView,
}));
