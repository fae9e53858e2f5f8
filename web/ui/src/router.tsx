import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react';
import {
  UNSAFE_createBrowserHistory as createBrowserHistory,
  createPath,
  type Location,
  type NavigationType,
  type Navigator,
  type RouteObject,
  Router,
  useRoutes,
} from 'react-router';
import { plainPath } from './paths.js';

interface PagesProps {
  routes: RouteObject[];
  /** Where the pages live on the installation's address. */
  basename?: string;
}

/**
 * The pages of a browser: the one of the address is drawn. This is the half of React Router that matches and draws; what its other half
 * loads and sends is read and sent here by queries, and it would be a fifth of the script of a visit.
 */
export const BrowserPages = ({ routes, basename = '/' }: PagesProps) => {
  const [history] = useState(() => guardedHistory(basename));
  const [{ action, location }, setStep] = useState(history.start);
  useLayoutEffect(() => history.listen(setStep), [history]);
  return (
    <Holding value={history.hold}>
      <Router basename={basename} location={location} navigationType={action} navigator={history.navigator}>
        <Pages routes={routes} />
      </Router>
    </Holding>
  );
};

/** The page of the address; it stands in a router. */
export const Pages = ({ routes }: Pick<PagesProps, 'routes'>): ReactNode => useRoutes(routes);

/** Is told of a step to another page that waits, and how to make it. */
type Guard = (leave: () => void) => void;

const Holding = createContext<(guard: Guard | null) => void>(() => undefined);

/**
 * Holds each step to another page while `isHolding`, the browser's own back and forward too; a step to another language, step or filter
 * of the same page is free.
 *
 * @returns the step that waits: `leave` makes it, `stay` forgets it
 */
export const useHold = (isHolding: boolean): { leave: () => void; stay: () => void } | null => {
  const hold = useContext(Holding);
  const [leave, setLeave] = useState<(() => void) | null>(null);
  // Before the page is painted: a press that follows at once is held, too.
  useLayoutEffect(() => {
    if (!isHolding) return;
    hold((next) => setLeave(() => next));
    return () => hold(null);
  }, [hold, isHolding]);
  if (!leave) return null;
  const stay = () => setLeave(null);
  return {
    stay,
    leave: () => {
      stay();
      leave();
    },
  };
};

interface Step {
  action: NavigationType;
  location: Location;
}

/** The browser's history, with at most one guard that may hold a step. */
function guardedHistory(basename: string) {
  const history = createBrowserHistory({ v5Compat: true });
  const pageOf = (path: string) => plainPath((basename === '/' ? path : path.slice(basename.length)) || '/').replace(/[?#].*/, '');
  let page = pageOf(history.location.pathname);
  let guard: Guard | null = null;
  const isFree = (path: string, leave: () => void) => {
    if (!guard || pageOf(path) === page) return true;
    guard(leave);
    return false;
  };
  const navigator: Navigator = {
    createHref: history.createHref,
    createURL: history.createURL,
    encodeLocation: history.encodeLocation,
    go: history.go,
    push: (to, state) => {
      const leave = () => history.push(to, state);
      if (isFree(typeof to === 'string' ? to : createPath(to), leave)) leave();
    },
    replace: (to, state) => {
      const leave = () => history.replace(to, state);
      if (isFree(typeof to === 'string' ? to : createPath(to), leave)) leave();
    },
  };
  // The browser has already gone back or forward when it says so: it is led back to where the person still is.
  let next: 'returns' | 'leaves' | null = null;
  const listen = (draw: (step: Step) => void) =>
    history.listen(({ action, location, delta }) => {
      const known = next;
      next = null;
      if (known === 'returns') return;
      if (action === 'POP' && known === null && delta) {
        const leave = () => {
          next = 'leaves';
          history.go(delta);
        };
        if (!isFree(location.pathname, leave)) {
          next = 'returns';
          history.go(-delta);
          return;
        }
      }
      page = pageOf(location.pathname);
      draw({ action, location });
    });
  const start: Step = { action: history.action, location: history.location };
  const hold = (given: Guard | null) => {
    guard = given;
  };
  return { start, navigator, listen, hold };
}
