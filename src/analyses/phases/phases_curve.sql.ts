import {kaplanMeierOfCountsSql} from '../../models/kaplan-meier';

/** How likely it is that a silence goes on, by how long it has lasted. */
export const model =
  (): string => `-- The share of silences that last longer than so many days, after the 1st, 2nd, 3rd, 4th or a later occasion.
-- needs: gap_count
-- one row per class and length of a silence that ended or is still open
--
-- source: Kaplan & Meier 1958; open silences are censored
${kaplanMeierOfCountsSql('gap_count', ['class'])}`;
