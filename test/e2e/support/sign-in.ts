import { expect, type Page } from '@playwright/test';

export const DEMO_PASSWORD = 'waymark-demo';

/** Signs in as somebody would, on whatever page asks for it. */
export async function signIn(page: Page, name: string, password = DEMO_PASSWORD): Promise<void> {
  await page
    .getByLabel(/sign-in name|e-mail/i)
    .first()
    .fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
}
