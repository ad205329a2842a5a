import { app, BrowserWindow } from 'electron';
import type { ServiceHost } from './serviceHost.ts';

/** Opens the window and keeps the app as each system expects; it ends only after the service has closed the vault. */
export function keepRunning(service: ServiceHost, openWindow: () => void): void {
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void service.stop().then(() => {
      closed = true;
      app.quit();
    });
  });
}
