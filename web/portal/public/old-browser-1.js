// Served as never changing: a new content takes a new number in its name.
// Runs in browsers that cannot read the application: says so instead of showing an empty page (old syntax on purpose).
(() => {
  var isOld = !('noModule' in HTMLScriptElement.prototype) || !window.HTMLDialogElement || !window.AbortSignal || !AbortSignal.any;
  if (!isOld) return;
  var note = document.createElement('p');
  note.className = 'alert alert-warning';
  note.setAttribute('role', 'alert');
  note.textContent =
    'Il tuo browser non è aggiornato: alcune funzioni potrebbero non andare. Aggiornalo alla versione più recente. / ' +
    'Your browser is out of date: some functions may not work. Please update it to the latest version.';
  document.body.insertBefore(note, document.body.firstChild);
})();
