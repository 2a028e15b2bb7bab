import * as v from 'valibot';
import { type DemoAnswer, type DemoRequest, json, plain } from './exchange.ts';
import { FaultRuleSchema, type Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

const OrderSchema = v.variant('order', [
  v.object({ order: v.literal('set-faults'), rules: v.array(FaultRuleSchema) }),
  v.object({ order: v.literal('clear-faults') }),
  v.object({ order: v.literal('reset-log') }),
]);

/**
 * /demo/control, for tests and the demo's own page: GET answers the rules in force and the requests
 * seen (`?part=` keeps those whose path contains it); POST takes one order as JSON.
 */
export function control(asked: DemoRequest, faults: Faults, log: RequestLog): DemoAnswer {
  if (asked.method === 'GET') {
    const requests = log.list(asked.query.get('part') ?? '');
    return json({ rules: faults.rules(), requests });
  }
  const order = read(asked.body);
  if (order === undefined) return plain(400, 'No such order.');
  if (order.order === 'set-faults') faults.set(order.rules);
  if (order.order === 'clear-faults') faults.clear();
  if (order.order === 'reset-log') log.reset();
  return json({ rules: faults.rules() });
}

function read(text: string): v.InferOutput<typeof OrderSchema> | undefined {
  try {
    const order = v.safeParse(OrderSchema, JSON.parse(text));
    return order.success ? order.output : undefined;
  } catch {
    return undefined;
  }
}
