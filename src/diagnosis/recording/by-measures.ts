import type { FactorInput, Outcome } from '../factor.ts';
import type { RecordingPlan } from './recording-plan.ts';

/** What a factor that is one measure of the recording concludes; what judges it comes with the measures. */
export const byMeasures = ({ recording }: FactorInput, plan: RecordingPlan): Outcome =>
  recording?.judge(plan) ?? { state: 'missing', needs: { key: 'factor_recording_needs' } };
