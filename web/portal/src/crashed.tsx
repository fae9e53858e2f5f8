import { Button } from 'design-react-kit';
/** When even the frame cannot be drawn: in both languages, since neither may be loaded. */
export const Crashed = () => (
  <main className="container sp-page">
    <h1>Qualcosa non ha funzionato</h1>
    <p>Ricarica la pagina. Se il problema continua, riprova più tardi.</p>
    <p lang="en">Something went wrong. Reload the page; if the problem goes on, try again later.</p>
    <Button type="button" color="primary" onClick={() => location.reload()}>
      Ricarica
    </Button>
  </main>
);
