package io.plimsoll.jobs.book;

import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.risk.parameters.RiskParameters;

/**
 * What a run was made of: it has what no event tells, the accounts that had none.
 *
 * @param data files of the history
 * @param risk parameters of the run
 * @param parameters the same as they are written, for people
 */
public record History(DataDirectory data, RiskParameters risk, String parameters) {}
