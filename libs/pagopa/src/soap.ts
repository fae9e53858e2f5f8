/** SOAP 1.1, document/literal, as paForNode is spoken: one message in one envelope, in UTF-8. */
import { type OperationName, operations, type RequestOf, type ResponseOf } from './pa-for-node.js';
import { type Fields, readShape, type Sequence, ShapeError, writeContent } from './shapes.js';
import { parseXml, type XmlElement, XmlError } from './xml.js';

const envelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';
const messageNamespace = 'http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd';

type Side = 'request' | 'response';
export type Message<S extends Side> = {
  [O in OperationName]: { operation: O; value: S extends 'request' ? RequestOf<O> : ResponseOf<O> };
}[OperationName];

/** A message that is not answered by what it asks for. */
export class SoapError extends Error {
  constructor(
    /** `unreadable`: no XML, no SOAP 1.1, no message of paForNode; `invalid`: a message that its schema does not allow. */
    readonly kind: 'unreadable' | 'invalid',
    why: string,
    /** Whose response is to say so; undefined where that cannot be told. */
    readonly operation: OperationName | undefined,
  ) {
    super(why);
    this.name = 'SoapError';
  }
}

/**
 * Reads a message of one side. The element in the body says what is asked; the SOAPAction is asked only when the body cannot say it.
 *
 * @throws SoapError
 */
export function readMessage<S extends Side>(side: S, bytes: Uint8Array, soapAction = ''): Message<S> {
  const hinted = soapAction.replaceAll('"', '').trim();
  const hint = isOperation(hinted) ? hinted : undefined;
  let root: XmlElement;
  try {
    root = parseXml(bytes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SoapError('unreadable', error.message, findOperation(side, error.opened[2] ?? '') ?? hint);
  }
  const message = messageIn(root, hint);
  const operation = message.namespace === messageNamespace ? findOperation(side, message.name) : undefined;
  if (!operation) throw new SoapError('unreadable', 'not a message of paForNode', findOperation(side, message.name) ?? hint);
  try {
    const shape: Sequence<Fields> = operations[operation][side].shape;
    return { operation, value: readShape(shape, message) } as Message<S>;
  } catch (error) {
    if (error instanceof ShapeError) throw new SoapError('invalid', error.message, operation);
    throw error;
  }
}

function messageIn(root: XmlElement, hint: OperationName | undefined): XmlElement {
  const isSoap = (element: XmlElement | undefined, name: string) => element?.name === name && element.namespace === envelopeNamespace;
  const body = root.children.find((child) => isSoap(child, 'Body'));
  const [message, ...others] = body?.children ?? [];
  if (!isSoap(root, 'Envelope') || !message || others.length > 0) {
    throw new SoapError('unreadable', 'not an envelope of SOAP 1.1 with one message', hint);
  }
  return message;
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);

const namesOf = (side: Side) =>
  new Map(
    Object.entries(operations).map(
      ([
        operation,
        {
          [side]: { root },
        },
      ]) => [root as string, operation as OperationName],
    ),
  );
const byRoot = { request: namesOf('request'), response: namesOf('response') };
const findOperation = (side: Side, root: string): OperationName | undefined => byRoot[side].get(root);

/** @throws ShapeError if the message would not be valid */
export const writeRequest = <O extends OperationName>(operation: O, value: RequestOf<O>): string => write('request', operation, value);

/** @throws ShapeError if the message would not be valid */
export const writeResponse = <O extends OperationName>(operation: O, value: ResponseOf<O>): string => write('response', operation, value);

function write(side: Side, operation: OperationName, value: object): string {
  const { root, shape }: { root: string; shape: Sequence<Fields> } = operations[operation][side];
  // A prefix on the root: a default namespace would qualify what is in it.
  const message = `<paf:${root} xmlns:paf="${messageNamespace}">${writeContent(shape, value as never, root)}</paf:${root}>`;
  return enveloped(message);
}

/** What is said where not even the operation can be told; it goes with status 500. */
export const soapFault = (why: string): string =>
  enveloped(`<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>${why}</faultstring></soapenv:Fault>`);

const enveloped = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${envelopeNamespace}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
