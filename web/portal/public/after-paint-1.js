// Served as never changing: a new content takes a new number in its name.
// Asks for the program of a page that came rendered once that page is painted: what is read comes before what takes it over.
(() => {
  const { program, parts } = document.currentScript.dataset;
  const ask = () => {
    for (const href of parts.split(' '))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: program }));
  };
  // What nobody looks at is not painted.
  if (document.visibilityState === 'hidden') ask();
  else requestAnimationFrame(() => setTimeout(ask));
})();
